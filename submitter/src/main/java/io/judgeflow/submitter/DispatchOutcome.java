package io.judgeflow.submitter;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an errand, or of a part of one. */
sealed interface DispatchOutcome {

    /** An instance took these tests; tokens in the order of the errand's tests. */
    record Issued(Errand errand, String instance, List<String> tokens) implements DispatchOutcome {}

    /** No instance can take them now; they wait on the ladder. */
    record Deferred(Errand errand, Duration delay, String reason) implements DispatchOutcome {}

    /** They will never be taken, and so the job ends; an instance's own words where there are any. */
    record Refused(Errand errand, @Nullable String instance, String message) implements DispatchOutcome {}

    /** The job is too old to wait any longer. */
    record GaveUp(Errand errand, String reason) implements DispatchOutcome {}
}
