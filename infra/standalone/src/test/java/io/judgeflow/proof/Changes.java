package io.judgeflow.proof;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.Status;
import java.time.Instant;

/** States as a scorer would tell them, without one. */
final class Changes {

    private Changes() {}

    static JobResult running(JobResult before) {
        return next(before, new JobResult.Standing(Status.RUNNING, null, null, RunOutput.NOTHING));
    }

    static JobResult done(JobResult before) {
        return next(before, new JobResult.Standing(Status.DONE, 100, null, RunOutput.NOTHING));
    }

    private static JobResult next(JobResult before, JobResult.Standing standing) {
        return before.next(before.tests(), standing, Instant.now());
    }
}
