package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;

/** What the fold reads: both sources as one stream. */
sealed interface Fact {

    /** The job that it is about. */
    JobId jobId();

    /** From the submissions. */
    record Submitted(JobSubmitted job) implements Fact {
        @Override
        public JobId jobId() {
            return job.jobId();
        }
    }

    /** From the verdicts. */
    record Learned(Progress progress) implements Fact {
        @Override
        public JobId jobId() {
            return progress.jobId();
        }
    }
}
