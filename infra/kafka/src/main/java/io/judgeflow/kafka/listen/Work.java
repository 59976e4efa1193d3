package io.judgeflow.kafka.listen;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.kafka.publish.DeadLetters;
import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Has a delivery handled, whatever it takes. While brokers are away it is tried again for ever; any other failure is
 * tried a few times and then put aside as a dead letter, so that the next record goes on.
 */
final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private final Stage stage;

    Work(DeadLetters deadLetters, Stage stage) {
        this.deadLetters = deadLetters;
        this.stage = stage;
    }

    /** Completes when the delivery is dealt with; never fails. */
    Mono<Void> on(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Letter readable -> handle(readable);
            case Delivery.Poison poison -> putAside(poison, poison.reason());
        };
    }

    private Mono<Void> handle(Delivery.Letter delivery) {
        return Mono.defer(delivery.work())
                .retryWhen(forEver().filter(RetriableException.class::isInstance))
                .retryWhen(Retry.backoff(TRIES, FIRST_PAUSE))
                .onErrorResume(e -> {
                    var cause = DeadLetters.reason(e.getCause() == null ? e : e.getCause());
                    LOG.error("{} could not handle a record: {}", stage, cause);
                    return putAside(delivery, "could not be handled: " + cause);
                });
    }

    private Mono<Void> putAside(Delivery delivery, String reason) {
        return deadLetters.send(delivery.record(), stage, reason).retryWhen(forEver());
    }

    private static RetryBackoffSpec forEver() {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE);
    }
}
