package io.judgeflow.store;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Results in whatever state a test needs. */
record Results(JobId jobId, @Nullable String userId, Instant createdAt) {

    private static final JobId REJUDGED = JobId.of("0193582b-1c20-7a3e-9d2f-6b1c0e9d4f27");

    static final Instant MORNING = Instant.parse("2026-11-23T08:00:00.123456Z");

    static Results ofSomeJob() {
        return new Results(new JobId(UUID.randomUUID()), "ann", MORNING);
    }

    JobResult queued(String code) {
        return result(1, Status.QUEUED, RunOutput.NOTHING).withCode(code);
    }

    JobResult running(long version) {
        return running(version, "line " + version);
    }

    JobResult running(long version, @Nullable String stdout) {
        return result(version, Status.RUNNING, new RunOutput(stdout, null, null, null, 0.25, 3488));
    }

    JobResult done(long version) {
        return result(version, Status.DONE, new RunOutput("bye", "", null, null, 0.5, 4000));
    }

    JobResult result(long version, Status status, RunOutput output) {
        var verdict = status.terminal() ? Verdict.WRONG_ANSWER : null;
        var test = new TestResult(0, "first", status, verdict, verdict == null ? null : 30, 1, 1, "a:2358", output);
        return new JobResult(
                Schema.VERSION,
                jobId,
                userId,
                "python",
                null,
                status,
                verdict == null ? null : 30,
                verdict,
                List.of(test),
                output,
                1,
                version,
                createdAt,
                createdAt.plusSeconds(version),
                new ProblemId("two-sum"),
                REJUDGED);
    }
}
