package io.judgeflow.telemetry.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** How long one stage takes: timer {@code judgeflow.stage} with tag {@code stage}, as a histogram that can be added up. */
public final class StageTimer {

    private static final Duration[] BUCKETS = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Timer timer;

    /** Begins with nothing, so that a stage that nobody has passed is seen to be one. */
    public StageTimer(MeterRegistry registry, JobStage stage) {
        this.timer = Timer.builder("judgeflow.stage")
                .description("how long jobs are in each stage")
                .tag("stage", stage.tag())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** It was passed between these instants. Clocks that disagree make it nothing, never less. */
    public void passed(Instant from, Instant to) {
        passed(Duration.between(from, to));
    }

    /** It was passed in this time. */
    public void passed(Duration time) {
        timer.record(Elapsed.bounded(time));
    }
}
