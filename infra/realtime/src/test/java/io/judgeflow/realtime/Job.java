package io.judgeflow.realtime;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job and its states, as the scorer would tell them. */
record Job(JobId jobId, String userId) {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00.123456Z");

    static Job of(String userId) {
        return new Job(new JobId(UUID.randomUUID()), userId);
    }

    String id() {
        return jobId.value().toString();
    }

    JobResult queued(String code) {
        return state(1, Status.QUEUED, RunOutput.NOTHING).withCode(code);
    }

    JobResult running(long version, @Nullable String stdout) {
        return state(version, Status.RUNNING, new RunOutput(stdout, null, null, null, 0.25, 3488));
    }

    JobResult done(long version) {
        return state(version, Status.DONE, new RunOutput("bye", "", null, null, 0.5, 4000));
    }

    private JobResult state(long version, Status status, RunOutput output) {
        var verdict = status.terminal() ? Verdict.WRONG_ANSWER : null;
        var score = verdict == null ? null : 30;
        var test = new TestResult(0, "first", status, verdict, score, 1, 1, "a:2358", output);
        return new JobResult(
                Schema.VERSION,
                jobId,
                userId,
                "python",
                null,
                status,
                score,
                verdict,
                List.of(test),
                output,
                1,
                version,
                MORNING,
                MORNING.plusSeconds(version));
    }
}
