package io.judgeflow.gateway;

import com.fasterxml.uuid.Generators;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.TestCase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Jobs for tests. */
public final class Jobs {

    private Jobs() {}

    /** An id made now. */
    public static JobId youngId() {
        return new JobId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /** An id that does not say when it was made. */
    public static JobId oldId() {
        return new JobId(UUID.randomUUID());
    }

    /** The first state of a job with one test. */
    public static JobResult queued(JobId id) {
        return queued(id, Instant.parse("2026-11-23T08:00:00Z"));
    }

    /** The same, made at some time. */
    public static JobResult queued(JobId id, Instant at) {
        var tests = List.of(new TestCase("echo", "hi", "hi", 1));
        return JobResult.queued(new JobSubmitted(
                Schema.VERSION, id, null, "python", "print(input())", tests, Limits.NONE, Scoring.DEFAULT, at));
    }

    /** The first state of a job of this user's. */
    public static JobResult queuedBy(String user, JobId id) {
        var at = Instant.parse("2026-11-23T08:00:00Z");
        var tests = List.of(new TestCase("echo", "hi", "hi", 1));
        return JobResult.queued(new JobSubmitted(
                Schema.VERSION, id, user, "python", "print(input())", tests, Limits.NONE, Scoring.DEFAULT, at));
    }

    /** A later state. */
    public static JobResult state(JobId id, Status status, long version) {
        return state(id, status, version, "hi\n");
    }

    /** A later state with this output. */
    public static JobResult state(JobId id, Status status, long version, String stdout) {
        var first = queued(id);
        return new JobResult(
                Schema.VERSION,
                id,
                null,
                "python",
                "print(input())",
                status,
                status.terminal() ? 100 : null,
                null,
                first.tests(),
                new RunOutput(stdout, null, null, null, 0.02, 3000),
                1,
                version,
                first.createdAt(),
                first.createdAt());
    }
}
