package io.judgeflow.telemetry.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;

/**
 * How old the jobs are that wait somewhere, each time that one is looked at: timer {@code judgeflow.waiting} with tag
 * {@code where}. Its maximum of the last minutes is the age of the oldest, as each is looked at every few seconds.
 */
public final class WaitingTimer {

    private final Timer timer;

    /** @param where such as {@code pending} */
    public WaitingTimer(MeterRegistry registry, String where) {
        this.timer = Timer.builder("judgeflow.waiting")
                .description("the age of jobs that wait")
                .tag("where", where)
                .register(registry);
    }

    /** One that was submitted then is looked at now. */
    public void seen(Instant submittedAt, Instant now) {
        timer.record(Elapsed.between(submittedAt, now));
    }
}
