package io.judgeflow.telemetry.stage;

import java.time.Duration;
import java.time.Instant;

/** Time between what two clocks say, of which neither may be right. */
public final class Elapsed {

    /** More than a timer is asked for; far more cannot be recorded at all. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private Elapsed() {}

    /** Never less than nothing, and a year at most. */
    public static Duration between(Instant from, Instant to) {
        return bounded(Duration.between(from, to));
    }

    static Duration bounded(Duration time) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
