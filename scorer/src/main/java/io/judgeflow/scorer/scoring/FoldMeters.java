package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.telemetry.stage.Elapsed;
import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.judgeflow.telemetry.trace.Hop;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the fold takes, and how long jobs take as a whole: timer {@code judgeflow.job} with tag {@code verdict}, from
 * when a job was created to its end. After a crash some are counted again.
 */
final class FoldMeters {

    private static final Duration[] BUCKETS = Stream.of(
                    50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<Verdict, Timer> jobs = new EnumMap<>(Verdict.class);
    private final StageTimer scored;
    private final Tracing tracing;

    /** Begins with nothing of every verdict, so that the first is seen to be one more. */
    FoldMeters(MeterRegistry meters, Tracing tracing) {
        this.scored = new StageTimer(meters, JobStage.SCORED);
        this.tracing = tracing;
        for (var verdict : Verdict.values()) {
            jobs.put(verdict, timer(meters, verdict));
        }
    }

    private static Timer timer(MeterRegistry meters, Verdict verdict) {
        return Timer.builder("judgeflow.job")
                .description("jobs that have ended, and how long they took")
                .tag("verdict", verdict.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** A fact has been folded, and what it changed told. */
    void folded(Progress fact, @Nullable String trace, Instant now) {
        scored.passed(fact.at(), now);
        TraceParent.of(trace)
                .ifPresent(
                        place -> tracing.note(place, () -> hop(fact), fact.at().isAfter(now) ? now : fact.at(), now));
    }

    /** A job has ended. */
    void ended(JobResult result, Instant now) {
        var timer = result.verdict() == null ? null : jobs.get(result.verdict());
        if (timer != null) {
            timer.record(Elapsed.between(result.createdAt(), now));
        }
    }

    private static Hop hop(Progress fact) {
        var what = fact.getClass().getSimpleName();
        return new Hop(Hop.Kind.CONSUMER, "fold " + what, Map.of("judgeflow.attempt", String.valueOf(fact.attempt())));
    }
}
