package io.judgeflow.scorer.scoring;

import io.judgeflow.scorer.told.Milestone;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a job went through, and by which records. A record that comes again after a crash is known by its offset, so that
 * whoever counts can be told again what it was, and skip what is in the count already.
 *
 * @param submittedBy offset of the submission that made the job; -1 before it
 * @param endedBySubmission offset of the submission that ended it, for it came after its verdicts; -1 for none
 * @param endedByVerdict offset of the fact that ended it; -1 for none, also when we gave it up ourselves
 * @param takenAt when an instance first took a test of it; null before
 * @param trace that it belongs to, as the first of its records says that has one; null for none
 */
record Course(
        long submittedBy,
        long endedBySubmission,
        long endedByVerdict,
        @Nullable Instant takenAt,
        @Nullable String trace) {

    /** Before anything. */
    static final Course NOTHING = new Course(-1, -1, -1, null, null);

    Course submitted(long offset, boolean ended) {
        return new Course(offset, ended ? offset : -1, endedByVerdict, takenAt, trace);
    }

    Course ended(long offset) {
        return new Course(submittedBy, endedBySubmission, offset, takenAt, trace);
    }

    Course taken(Instant at) {
        return takenAt != null ? this : new Course(submittedBy, endedBySubmission, endedByVerdict, at, trace);
    }

    Course traced(String trace) {
        return this.trace != null ? this : new Course(submittedBy, endedBySubmission, endedByVerdict, takenAt, trace);
    }

    /** What this submission was to the job. */
    Set<Milestone> bySubmission(long offset) {
        return milestones(offset == submittedBy, offset == endedBySubmission);
    }

    /** What this fact was to the job. */
    Set<Milestone> byVerdict(long offset) {
        return milestones(false, offset == endedByVerdict);
    }

    private static Set<Milestone> milestones(boolean submitted, boolean ended) {
        var milestones = EnumSet.noneOf(Milestone.class);
        if (submitted) {
            milestones.add(Milestone.SUBMITTED);
        }
        if (ended) {
            milestones.add(Milestone.ENDED);
        }
        return milestones;
    }
}
