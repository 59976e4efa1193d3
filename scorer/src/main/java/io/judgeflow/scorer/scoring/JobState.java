package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.scorer.told.Milestone;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a job.
 *
 * @param result as last emitted; null while only facts have arrived and not the submission
 * @param rules null as long
 * @param early facts that arrived before the submission
 * @param seen how far each source was read for this job
 * @param course what the job went through
 */
record JobState(@Nullable JobResult result, @Nullable Rules rules, Early early, Seen seen, Course course) {

    /** A state that was kept before there were rules and a course is taken as it is. */
    JobState {
        rules = result != null && rules == null ? Rules.DEFAULT : rules;
        course = Objects.requireNonNullElse(course, Course.NOTHING);
    }

    /** Nothing is known of the job. */
    static final JobState NOTHING = new JobState(null, null, Early.NONE, new Seen(-1, -1), Course.NOTHING);

    /** Offsets up to which this job's records were applied, per source topic; -1 for none. */
    record Seen(long submission, long verdict) {}

    /** The same, in this trace unless it is in one already. */
    JobState traced(String trace) {
        return new JobState(result, rules, early, seen, course.traced(trace));
    }

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
            return toldAgain(course.bySubmission(offset));
        }
        var seen = new Seen(offset, this.seen.verdict());
        if (result != null) {
            return new Step(new JobState(result, rules, early, seen, course), List.of(), Set.of());
        }
        var rules = Rules.of(job);
        var present = JobResult.queued(job);
        for (var fact : known(job)) {
            var steps = Fold.steps(present, rules, fact);
            present = steps.isEmpty() ? present : steps.getLast();
        }
        var course = this.course.submitted(offset, present.status().terminal());
        var state = new JobState(present, rules.after(present.tests()), Early.NONE, seen, course);
        return new Step(state, List.of(present), course.bySubmission(offset));
    }

    /** What is known of a job when it arrives: what came before it, and whether it can be judged at all. */
    private List<Progress> known(JobSubmitted job) {
        return Rules.complaint(job)
                .<List<Progress>>map(message ->
                        List.of(new Progress.Refused(Schema.VERSION, job.jobId(), 1, null, message, job.createdAt())))
                .orElse(early.facts());
    }

    /** A fact has arrived. */
    Step learned(Progress fact, long offset) {
        if (offset <= seen.verdict()) {
            return toldAgain(course.byVerdict(offset));
        }
        var step = applied(fact, new Seen(seen.submission(), offset));
        return step.ends(this) ? step.with(step.state().course().ended(offset)) : step;
    }

    /** It was decided by ourselves, as time has passed. */
    Step decided(Progress fact) {
        return applied(fact, seen);
    }

    private Step applied(Progress fact, Seen seen) {
        var course = fact instanceof Progress.Dispatched ? this.course.taken(fact.at()) : this.course;
        if (result == null || rules == null) {
            return new Step(new JobState(null, null, early.and(fact), seen, course), List.of(), Set.of());
        }
        var steps = Fold.steps(result, rules, fact);
        var latest = steps.isEmpty() ? result : steps.getLast();
        var news = steps.stream().filter(step -> step.version() > result.version());
        var state = new JobState(latest, rules.after(latest.tests()), early, seen, course);
        var ends = state.ended() && !ended();
        return new Step(state, news.toList(), ends ? Set.of(Milestone.ENDED) : Set.of());
    }

    /** A record comes again after a crash: its effect is in the state, but its news may never have been sent. */
    private Step toldAgain(Set<Milestone> reached) {
        return new Step(this, result == null ? List.of() : List.of(result), reached, true);
    }

    /**
     * The state that follows, and what is to be told of it, oldest first.
     *
     * @param reached what the record was to the job, by the last of the news
     * @param replayed whether the record had been applied before a crash
     */
    record Step(JobState state, List<JobResult> news, Set<Milestone> reached, boolean replayed) {
        Step(JobState state, List<JobResult> news, Set<Milestone> reached) {
            this(state, news, reached, false);
        }

        private boolean ends(JobState before) {
            return state.ended() && !before.ended();
        }

        private Step with(Course course) {
            var next = new JobState(state.result, state.rules, state.early, state.seen, course);
            return new Step(next, news, reached, replayed);
        }
    }
}
