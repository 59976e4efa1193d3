package io.judgeflow.judge0;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to stop asking an instance, and for how long.
 *
 * @param failureRate in percent of the window; an instance with more failures than this is left alone
 * @param window how many of the last calls count
 * @param openFor how long it is left alone at most before a few calls try again; at first for a tenth of that, then for
 *     twice as long each time, so that one that was only started again is soon back
 */
public record Breaker(
        @DefaultValue("50") float failureRate,
        @DefaultValue("20") int window,
        @DefaultValue("10s") Duration openFor) {

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);
    private static final int FEWEST_CALLS = 5;
    private static final int FIRST_SHARE = 10;

    /** Rejects what could never open, or never close. */
    public Breaker {
        if (!(failureRate > 0 && failureRate <= 100)) {
            throw new IllegalArgumentException("judgeflow.judge0.breaker.failure-rate must be above 0 and at most 100");
        }
        if (window < 1) {
            throw new IllegalArgumentException("judgeflow.judge0.breaker.window must be at least 1");
        }
        if (openFor.toMillis() < 1) {
            throw new IllegalArgumentException("judgeflow.judge0.breaker.open-for must be at least 1ms");
        }
    }

    /** Half of the last twenty calls, ten seconds. */
    public static Breaker standard() {
        return new Breaker(50, 20, Duration.ofSeconds(10));
    }

    CircuitBreaker forInstance(String instance) {
        var breaker = CircuitBreaker.of(
                instance,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(failureRate)
                        .slidingWindow(
                                window,
                                Math.min(window, FEWEST_CALLS),
                                CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .waitIntervalFunctionInOpenState(this::pause)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordExceptions(
                                Judge0Failure.Unreachable.class, Judge0Failure.Broken.class, Judge0Failure.Denied.class)
                        .ignoreExceptions(Judge0Failure.Busy.class, Judge0Failure.Refused.class)
                        .recordResult(Breaker::failedHalfway)
                        .writableStackTraceEnabled(false)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> log(instance, event.getStateTransition()));
        return breaker;
    }

    /** That an instance is tried in vain now and then, as long as it is away, is no news. */
    private static void log(String instance, CircuitBreaker.StateTransition transition) {
        var level = switch (transition) {
            case CLOSED_TO_OPEN -> Level.WARN;
            case HALF_OPEN_TO_CLOSED -> Level.INFO;
            default -> Level.DEBUG;
        };
        log.atLevel(level).log("Judge0 {}: breaker {}", instance, transition);
    }

    /** In ms; opened for the first time, for the second, … without a good call in between. */
    long pause(int opened) {
        var first = Math.ceilDiv(openFor.toMillis(), FIRST_SHARE);
        return Math.min(openFor.toMillis(), first << Math.min(opened - 1, FIRST_SHARE));
    }

    /** A submit that took some runs and then broke is a result, yet counts like the failure that it carries. */
    private static boolean failedHalfway(Object result) {
        return result instanceof List<?> items
                && !items.isEmpty()
                && items.getLast() instanceof Submitted.NotTaken last
                && switch (last.why()) {
                    case Judge0Failure.Unreachable unreachable -> true;
                    case Judge0Failure.Broken broken -> true;
                    case Judge0Failure.Denied denied -> true;
                    case Judge0Failure.Busy busy -> false;
                    case Judge0Failure.Refused refused -> false;
                    case Judge0Failure.Open open -> false;
                    case Judge0Failure.NoInstance none -> false;
                };
    }
}
