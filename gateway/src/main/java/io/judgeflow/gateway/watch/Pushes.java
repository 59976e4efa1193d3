package io.judgeflow.gateway.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.judgeflow.telemetry.trace.Hop;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How soon waiting clients are told, as a histogram and in the traces of those jobs that are sampled. */
@Component
public class Pushes {

    private static final int TRACES = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final StageTimer pushed;
    private final Tracing tracing;
    private final Clock clock;
    private final Cache<JobId, TraceParent> traces =
            Caffeine.newBuilder().maximumSize(TRACES).expireAfterWrite(KEPT).build();

    Pushes(MeterRegistry meters, Tracing tracing, Clock clock) {
        this.pushed = new StageTimer(meters, JobStage.PUSHED);
        this.tracing = tracing;
        this.clock = clock;
    }

    /** Whether it is worth saying which job belongs to which trace. */
    public boolean traced() {
        return tracing.on();
    }

    /** A job belongs to this trace. */
    public void belongs(JobId job, TraceParent trace) {
        if (trace.sampled()) {
            traces.put(job, trace);
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** A client that has waited since then is told this; what it could have known before is no push. */
    void told(JobResult state, Instant since) {
        if (!state.updatedAt().isBefore(since)) {
            var now = clock.instant();
            pushed.passed(state.updatedAt(), now);
            if (tracing.on()) {
                trace(state, now);
            }
        }
    }

    private void trace(JobResult state, Instant now) {
        var trace = traces.getIfPresent(state.jobId());
        if (trace != null) {
            var from = state.updatedAt().isAfter(now) ? now : state.updatedAt();
            tracing.note(trace, () -> hop(state), from, now);
        }
    }

    private static Hop hop(JobResult state) {
        return new Hop(
                Hop.Kind.SERVER,
                "push " + state.status().name().toLowerCase(Locale.ROOT),
                Map.of("judgeflow.version", String.valueOf(state.version())));
    }
}
