package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.event.JobResult;

/** A promise of the pipeline: it is told what goes in and what comes out, and says at the end whether it was kept. */
public interface Guarantee {

    /** The gateway has answered 202 for this job, or the brokers have acknowledged it. */
    void accepted(String job);

    /** A record of the results topic, in the order of its partition. */
    void told(JobResult result);

    /**
     * All has been told.
     *
     * @throws AssertionError when the promise was broken, naming the jobs
     */
    void verify();
}
