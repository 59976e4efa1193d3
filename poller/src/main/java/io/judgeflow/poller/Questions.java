package io.judgeflow.poller;

import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Failure;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Report;
import io.judgeflow.kafka.batch.Batcher;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks about tokens: those of one instance that are due together, of whatever job, in one request. */
@Component
final class Questions {

    /** Judge0's default limit; a client that knows of a lower one splits the batch. */
    private static final int BATCH = 20;

    private final Map<String, Batcher<String, Report>> byInstance;

    Questions(Judge0Fleet fleet, PollPolicy policy) {
        this.byInstance = fleet.instances().stream()
                .collect(Collectors.toMap(
                        Judge0::instance, judge0 -> new Batcher<>(BATCH, policy.linger(), judge0::ask)));
    }

    /** Never fails. */
    Mono<Sighting> ask(String instance, String token) {
        var questions = byInstance.get(instance);
        return questions == null
                ? Mono.just(new Sighting.NobodyToAsk())
                : questions
                        .add(token)
                        .<Sighting>map(Sighting.Reported::new)
                        .onErrorResume(Judge0Failure.class, why -> Mono.just(noAnswer(instance, why)));
    }

    private static Sighting noAnswer(String instance, Judge0Failure why) {
        return new Sighting.NoAnswer(instance + ": " + why.getMessage());
    }
}
