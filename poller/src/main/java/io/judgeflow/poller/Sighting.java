package io.judgeflow.poller;

import io.judgeflow.judge0.Report;

/** What asking about a token brought. */
sealed interface Sighting {

    /** The instance answered. */
    record Reported(Report report) implements Sighting {}

    /** The instance could not be asked, or could not answer. */
    record NoAnswer(String reason) implements Sighting {}

    /** The instance is no longer configured. */
    record NobodyToAsk() implements Sighting {}
}
