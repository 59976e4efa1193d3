package io.judgeflow.contracts.event;

import io.judgeflow.contracts.job.JobId;

/** An event about one job, whose id is also the key of its record. */
public interface JobEvent {

    /** The job that it is about. */
    JobId jobId();
}
