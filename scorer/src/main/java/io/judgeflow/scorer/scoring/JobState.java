package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.Scoring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a job.
 *
 * @param result as last emitted; null while only facts have arrived and not the submission
 * @param scoring null as long
 * @param early facts that arrived before the submission
 * @param seen how far each source was read for this job
 */
record JobState(@Nullable JobResult result, @Nullable Scoring scoring, List<Progress> early, Seen seen) {

    /** More facts than a job can rightly have before its submission arrives. */
    private static final int MOST_EARLY = 1000;

    /** Nothing is known of the job. */
    static final JobState NOTHING = new JobState(null, null, List.of(), new Seen(-1, -1));

    JobState {
        early = List.copyOf(early);
    }

    /** Offsets up to which this job's records were applied, per source topic; -1 for none. */
    record Seen(long submission, long verdict) {}

    /** True when no record of the job was applied. */
    boolean fresh() {
        return seen.submission() < 0 && seen.verdict() < 0;
    }

    boolean ended() {
        return result != null && result.status().terminal();
    }

    /** The submission has arrived; facts that came before it are applied now. A second one changes nothing. */
    Step submitted(JobSubmitted job, long offset) {
        if (offset <= seen.submission()) {
            return toldAgain();
        }
        var seen = new Seen(offset, this.seen.verdict());
        if (result != null) {
            return new Step(new JobState(result, scoring, early, seen), List.of());
        }
        var first = JobResult.queued(job);
        var steps = new ArrayList<>(List.of(first));
        for (var fact : early) {
            steps.addAll(Fold.steps(steps.getLast(), job.scoring(), fact));
        }
        return new Step(new JobState(steps.getLast(), job.scoring(), List.of(), seen), List.of(steps.getLast()));
    }

    /** A fact has arrived. */
    Step learned(Progress fact, long offset) {
        if (offset <= seen.verdict()) {
            return toldAgain();
        }
        return learnedAt(fact, offset);
    }

    /** It was decided by ourselves, as time has passed. */
    Step decided(Progress fact) {
        return learnedAt(fact, seen.verdict());
    }

    private Step learnedAt(Progress fact, long offset) {
        var seen = new Seen(this.seen.submission(), offset);
        if (result == null || scoring == null) {
            var more = new ArrayList<>(early);
            if (more.size() < MOST_EARLY) {
                more.add(kept(fact, more.size()));
            }
            return new Step(new JobState(null, null, more, seen), List.of());
        }
        var steps = Fold.steps(result, scoring, fact);
        var latest = steps.isEmpty() ? result : steps.getLast();
        var news = steps.stream().filter(step -> step.version() > result.version());
        return new Step(new JobState(latest, scoring, early, seen), news.toList());
    }

    /** Outputs that wait for their submission are kept short when there are many. */
    private static Progress kept(Progress fact, int others) {
        return switch (fact) {
            case Progress.Judged judged -> judged.cut(others < 8 ? 16 * 1024 : 256);
            case Progress.Dispatched dispatched -> dispatched;
            case Progress.Processing processing -> processing;
            case Progress.Refused refused -> refused;
            case Progress.GaveUp gaveUp -> gaveUp;
            case Progress.Cancelled cancelled -> cancelled;
        };
    }

    /** A record comes again after a crash: its effect is in the state, but its news may never have been sent. */
    private Step toldAgain() {
        return new Step(this, result == null ? List.of() : List.of(result), true);
    }

    /**
     * The state that follows, and what is to be told of it, oldest first.
     *
     * @param replayed whether the record had been applied before a crash
     */
    record Step(JobState state, List<JobResult> news, boolean replayed) {
        Step(JobState state, List<JobResult> news) {
            this(state, news, false);
        }
    }
}
