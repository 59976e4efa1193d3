package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.kafka.header.TraceHeader;
import io.judgeflow.scorer.told.Milestone;
import io.judgeflow.scorer.told.Told;
import io.judgeflow.telemetry.trace.TraceParent;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one state per job and tells every change of it. Each record counts exactly once; set to at least once, one may
 * come again after a crash whose effect is in the state already while its news was never sent. It is known by its offset,
 * and the present state is told once more, under its version, so that nothing is lost and readers drop what they have seen.
 */
final class JobFold implements Processor<JobId, Fact, JobId, Told> {

    private final Patience patience;
    private final FoldMeters meters;
    private @Nullable ProcessorContext<JobId, Told> context;
    private @Nullable KeyValueStore<JobId, JobState> jobs;
    private @Nullable Deadlines deadlines;

    JobFold(Patience patience, FoldMeters meters) {
        this.patience = patience;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<JobId, Told> context) {
        this.context = context;
        this.jobs = context.getStateStore(ScoreTopology.JOBS);
        this.deadlines = new Deadlines(context.getStateStore(ScoreTopology.DEADLINES));
        context.schedule(patience.checkEvery(), PunctuationType.WALL_CLOCK_TIME, this::expire);
    }

    @Override
    public void process(Record<JobId, Fact> record) {
        var id = record.key();
        if (!record.value().jobId().equals(id)) {
            throw new IllegalArgumentException("the key is not the jobId");
        }
        var before = before(record);
        var offset = context().recordMetadata().orElseThrow().offset();
        switch (record.value()) {
            case Fact.Submitted submitted -> {
                var step = before.submitted(submitted.job(), offset);
                keep(id, before, step);
                tell(step, submitted.job().code(), record.timestamp());
            }
            case Fact.Learned learned -> {
                var step = before.learned(learned.progress(), offset);
                keep(id, before, step);
                tell(step, null, record.timestamp());
                meter(learned.progress(), step);
            }
        }
    }

    /** What came again after a crash is no news. */
    private void meter(Progress fact, JobState.Step step) {
        if (!step.replayed() && !step.news().isEmpty()) {
            meters.folded(fact, step.state().course().trace(), now());
        }
    }

    private JobState before(Record<JobId, Fact> record) {
        var before = Objects.requireNonNullElse(jobs().get(record.key()), JobState.NOTHING);
        return TraceHeader.of(record.headers())
                .map(trace -> before.traced(trace.value()))
                .orElse(before);
    }

    private void keep(JobId id, JobState before, JobState.Step step) {
        var now = context().currentSystemTimeMs();
        jobs().put(id, step.state());
        if (before.fresh() || step.replayed()) {
            deadlines().add(id, now + patience.ageLimit().toMillis(), Deadlines.Of.PATIENCE);
        }
        if (step.state().ended() && (!before.ended() || step.replayed())) {
            deadlines().add(id, now + patience.retention().toMillis(), Deadlines.Of.RETENTION);
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private void tell(JobState.Step step, @Nullable String code, long timestamp) {
        for (int i = 0; i < step.news().size(); i++) {
            var last = i == step.news().size() - 1;
            var result = step.news().get(i).withCode(code);
            forward(
                    new Told(
                            result,
                            last ? step.reached() : Set.of(),
                            step.state().course().takenAt()),
                    step.state(),
                    timestamp);
        }
        if (step.reached().contains(Milestone.ENDED) && !step.replayed()) {
            meters.ended(step.news().getLast(), now());
        }
    }

    /** What we decided ourselves comes from no record that a crash would replay: it is told again before it is forgotten. */
    private void tellLastTime(@Nullable JobState state, long now) {
        if (state != null && state.result() != null && state.result().verdict() == Verdict.GAVE_UP) {
            forward(new Told(state.result(), Set.of(), null), state, now);
        }
    }

    private void forward(Told told, JobState state, long timestamp) {
        var headers = new RecordHeaders();
        TraceParent.of(state.course().trace()).ifPresent(trace -> TraceHeader.put(headers, trace));
        context().forward(new Record<>(told.result().jobId(), told, timestamp, headers));
    }

    private void expire(long now) {
        deadlines().due(now, (id, of) -> {
            var state = jobs().get(id);
            if (state != null && state.result() != null && !state.ended()) {
                giveUp(id, state, now);
            } else if (state == null || !state.ended() || of == Deadlines.Of.RETENTION) {
                // One that has ended meanwhile is kept for as long as any other.
                tellLastTime(state, now);
                jobs().delete(id);
            }
        });
    }

    /** The last net: whatever happened to it, no job stays unfinished for ever. */
    private void giveUp(JobId id, JobState state, long now) {
        var message = "no verdict within " + patience.ageLimit();
        var gaveUp = new Progress.GaveUp(Schema.VERSION, id, 0, message, Instant.ofEpochMilli(now));
        var step = state.decided(gaveUp);
        keep(id, state, step);
        tell(step, null, now);
    }

    private ProcessorContext<JobId, Told> context() {
        return Objects.requireNonNull(context);
    }

    private KeyValueStore<JobId, JobState> jobs() {
        return Objects.requireNonNull(jobs);
    }

    private Deadlines deadlines() {
        return Objects.requireNonNull(deadlines);
    }
}
