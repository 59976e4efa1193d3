package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import java.time.Duration;

/** What follows from a sighting of a token. Several may follow at once. */
sealed interface PollOutcome {

    /** It is asked about after this delay, for the first time or again. */
    record AskAgain(PendingToken token, Duration delay) implements PollOutcome {}

    /**
     * Something is now known about the job.
     *
     * @param partition where its submission lies, and so its verdicts
     */
    record Known(Progress progress, int partition) implements PollOutcome {}

    /** The test is to be run once more, on another instance if there is one. */
    record NewAttempt(PendingToken token, String reason) implements PollOutcome {}
}
