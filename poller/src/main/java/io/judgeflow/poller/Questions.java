package io.judgeflow.poller;

import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Failure;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Report;
import io.judgeflow.kafka.batch.Batcher;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks about tokens: those of one instance that are due together, of whatever job, in one request. */
@Component
final class Questions implements InitializingBean {

    /** Judge0's default limit; a client that knows of a lower one splits the batch. */
    private static final int BATCH = 20;

    private final Judge0Fleet fleet;
    private final Map<String, Batcher<String, Report>> byInstance;
    private final Absences absences = new Absences();
    private final Clock clock;

    Questions(Judge0Fleet fleet, PollPolicy policy, Clock clock) {
        this.fleet = fleet;
        this.byInstance = fleet.instances().stream()
                .collect(Collectors.toMap(
                        Judge0::instance, judge0 -> new Batcher<>(BATCH, policy.linger(), judge0::ask)));
        this.clock = clock;
    }

    /** Before tokens are due: a first call takes long, as it loads classes and opens a connection. */
    @Override
    public void afterPropertiesSet() {
        fleet.instances().forEach(judge0 -> judge0.capabilities().subscribe());
    }

    /** Never fails. */
    Mono<Sighting> ask(String instance, String token) {
        var questions = byInstance.get(instance);
        return questions == null
                ? Mono.just(new Sighting.NobodyToAsk())
                : questions
                        .add(token)
                        .map(report -> answered(instance, new Sighting.Reported(report)))
                        .onErrorResume(Judge0Failure.class, why -> Mono.just(noReport(instance, why)));
    }

    private Sighting answered(String instance, Sighting sighting) {
        absences.end(instance);
        return sighting;
    }

    private Sighting noReport(String instance, Judge0Failure why) {
        var reason = instance + ": " + why.getMessage();
        return switch (why) {
            case Judge0Failure.Busy busy -> answered(instance, new Sighting.Declined(reason));
            case Judge0Failure.Refused refused -> answered(instance, new Sighting.Declined(reason));
            case Judge0Failure.Denied denied -> away(instance, reason);
            case Judge0Failure.Broken broken -> away(instance, reason);
            case Judge0Failure.Unreachable unreachable -> away(instance, reason);
            case Judge0Failure.Open open -> away(instance, reason);
            case Judge0Failure.NoInstance none -> away(instance, reason);
        };
    }

    private Sighting away(String instance, String reason) {
        var now = clock.instant();
        var since = absences.goOn(instance, now);
        return new Sighting.Away(reason, since, !absences.all(byInstance.keySet(), now));
    }
}
