package io.judgeflow.judge0;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the fleet sees an instance at this moment.
 *
 * @param instance its name
 * @param breaker as Resilience4j calls it: {@code CLOSED}, {@code OPEN}, {@code HALF_OPEN}
 * @param busyUntil until when it is left alone, as it said it was busy; null when it is not
 * @param credentialsRefusedSince since when it takes no request of ours, by 401 or 403; null when it does
 * @param ejectedUntil until when it is asked last, as it failed runs that it had taken; null when it is not
 */
public record Standing(
        String instance,
        CircuitBreaker.State breaker,
        @Nullable Instant busyUntil,
        @Nullable Instant credentialsRefusedSince,
        @Nullable Instant ejectedUntil) {

    /** True when nothing is asked of it, as it kept failing. */
    public boolean open() {
        return switch (breaker) {
            case OPEN, FORCED_OPEN -> true;
            case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> false;
        };
    }

    /** True when it is of no use at this moment. */
    boolean away() {
        return open() || credentialsRefusedSince != null;
    }
}
