package io.judgeflow.judge0;

/** What became of one run that was handed to an instance. */
public sealed interface Submitted {

    /**
     * The instance took the run.
     *
     * @param token the handle to ask about; valid on this instance only
     */
    record Issued(String token) implements Submitted {}

    /**
     * The instance will never take this run: asking again, or elsewhere, does not help.
     *
     * @param message Judge0's own words, as in {@code source_code can't be blank; language_id can't be blank}
     */
    record Rejected(String message) implements Submitted {}

    /**
     * Runs before this one were taken, then the instance failed. The run has no token and may be handed over again.
     *
     * @param why the failure of the request that carried the run
     */
    record NotTaken(Judge0Failure why) implements Submitted {}
}
