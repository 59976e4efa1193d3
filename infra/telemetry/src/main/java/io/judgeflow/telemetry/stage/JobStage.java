package io.judgeflow.telemetry.stage;

import java.util.Locale;

/** What a job, or one of its tests, goes through. Its name in lower case is the tag {@code stage} of the timer. */
public enum JobStage {

    /** In the gateway: from the request's arrival to the brokers' having the job. */
    ACCEPTED,

    /** In the submitter: from the brokers' having the job to an instance's taking its tests, however often it was put off. */
    QUEUED,

    /** In the poller: in an instance's own queue, and compiling, by the instance's clock; only where it was asked. */
    JUDGE0_QUEUE,

    /** In the poller: the test's run, by the instance's clock; elapsed time, or processor time where only that is called back. */
    RUN,

    /** In the poller: from the run's end to our knowing of it; only where the instance was asked. */
    DETECTED,

    /** In the scorer: from our knowing of a fact to the result that has it. */
    SCORED,

    /** In the scorer's sink: from our knowing of a fact to its being in the database. */
    STORED,

    /** In the gateway: from our knowing of a fact to the event for a client that waits for it. */
    PUSHED;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
