package io.judgeflow.kafka.publish;

import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Patience with brokers that are away. */
public final class UntilTaken {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private UntilTaken() {}

    /**
     * Publishes again and again while brokers are away. For what follows from a call that must not be made twice:
     * without this the whole handling, and so the call, would be repeated.
     */
    public static <T> Mono<T> by(Mono<T> publishing) {
        return publishing.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .filter(RetriableException.class::isInstance));
    }
}
