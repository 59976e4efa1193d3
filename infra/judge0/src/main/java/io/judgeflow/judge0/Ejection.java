package io.judgeflow.judge0;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an instance that takes runs and then fails them (Judge0 1.13.1: status 13) goes to the back of the order. A
 * breaker does not see such an instance: its calls succeed.
 *
 * @param failures this many within the window, and a tenth of the runs placed meanwhile
 * @param window how far apart they may lie
 * @param lasts how long the instance is asked only when no other takes a run
 */
public record Ejection(
        @DefaultValue("5") int failures,
        @DefaultValue("30s") Duration window,
        @DefaultValue("30s") Duration lasts) {

    /** Rejects what would eject always, or never end. */
    public Ejection {
        if (failures < 1) {
            throw new IllegalArgumentException("judgeflow.judge0.ejection.failures must be at least 1");
        }
        if (!window.isPositive() || !lasts.isPositive()) {
            throw new IllegalArgumentException("judgeflow.judge0.ejection: window and lasts must be positive");
        }
    }

    /** Five within half a minute, for half a minute. */
    public static Ejection standard() {
        return new Ejection(5, Duration.ofSeconds(30), Duration.ofSeconds(30));
    }
}
