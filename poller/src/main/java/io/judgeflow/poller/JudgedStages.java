package io.judgeflow.poller;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunTimes;
import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.judgeflow.telemetry.trace.Hop;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where a run spent its time, as far as its instance tells: in histograms, and in the trace of its job. */
@Component
final class JudgedStages {

    private final StageTimer queue;
    private final StageTimer run;
    private final StageTimer detection;
    private final Tracing tracing;

    JudgedStages(MeterRegistry meters, Tracing tracing) {
        this.queue = new StageTimer(meters, JobStage.JUDGE0_QUEUE);
        this.run = new StageTimer(meters, JobStage.RUN);
        this.detection = new StageTimer(meters, JobStage.DETECTED);
        this.tracing = tracing;
    }

    /** The same publication; once it is done the verdict's stages have been passed. */
    Mono<Void> noted(Progress.Judged judged, Mono<Void> publication) {
        return Mono.deferContextual(context -> publication.doOnSuccess(done -> {
            time(judged);
            TraceParent.of(context).ifPresent(trace -> trace(judged, trace));
        }));
    }

    private void time(Progress.Judged judged) {
        var times = judged.times();
        var queued = times == null ? null : duration(times.queueTime());
        var ran = ran(judged);
        if (queued != null) {
            queue.passed(queued);
        }
        if (ran != null) {
            run.passed(ran);
        }
        if (times != null && times.takenAt() != null && queued != null) {
            detection.passed(times.takenAt().plus(queued).plus(elapsed(times)), judged.at());
        }
    }

    private void trace(Progress.Judged judged, TraceParent trace) {
        var times = judged.times();
        if (times == null || times.takenAt() == null) {
            return;
        }
        var queued = duration(times.queueTime());
        if (queued == null) {
            note(trace, "judge0", judged, times.takenAt(), judged.at());
            return;
        }
        var started = times.takenAt().plus(queued);
        var over = started.plus(elapsed(times));
        note(trace, "judge0 queue", judged, times.takenAt(), started);
        note(trace, "judge0 run", judged, started, over);
        note(trace, "detect", judged, over, judged.at().isBefore(over) ? over : judged.at());
    }

    private void note(TraceParent trace, String name, Progress.Judged judged, Instant from, Instant to) {
        tracing.note(
                trace,
                () -> new Hop(
                        Hop.Kind.CLIENT,
                        name,
                        Map.of(
                                "server.address",
                                judged.instance(),
                                "judgeflow.test",
                                String.valueOf(judged.test()),
                                "judgeflow.attempt",
                                String.valueOf(judged.attempt()))),
                from,
                to);
    }

    /** Elapsed, or of the processor where only that is told. */
    private static @Nullable Duration ran(Progress.Judged judged) {
        var times = judged.times();
        var elapsed = times == null ? null : duration(times.wallTime());
        return elapsed == null ? duration(judged.output().time()) : elapsed;
    }

    private static Duration elapsed(RunTimes times) {
        var elapsed = duration(times.wallTime());
        return elapsed == null ? Duration.ZERO : elapsed;
    }

    private static @Nullable Duration duration(@Nullable Double seconds) {
        return seconds == null ? null : Duration.ofNanos((long) (seconds * 1e9));
    }
}
