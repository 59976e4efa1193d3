package io.judgeflow.poller;

import io.judgeflow.judge0.Report;
import java.time.Instant;

/** What asking about a token brought. */
sealed interface Sighting {

    /** The instance answered. */
    record Reported(Report report) implements Sighting {}

    /** The instance is there and did not say: it is busy, or calls the question wrong. */
    record Declined(String reason) implements Sighting {}

    /**
     * The instance could not be reached, or not answer.
     *
     * @param since when it first failed to, and no answer came in between
     * @param elsewhere whether there may be another instance to turn to: not when all are away
     */
    record Away(String reason, Instant since, boolean elsewhere) implements Sighting {}

    /** The instance is no longer configured. */
    record NobodyToAsk() implements Sighting {}
}
