package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job, or some tests of it, is to be submitted (again) later: no instance could take it, or the instance that had it
 * failed.
 *
 * @param job the whole job
 * @param origin where the job lies in the submissions topic
 * @param tests positions of the tests to run, all at the same attempt
 * @param attempt from 1; higher than every attempt of these tests before
 * @param deferrals how often no instance could take it, from 0
 * @param notBefore not to be submitted before this instant
 * @param avoid the instance that failed the attempt before, asked only when no other can; null for none
 * @param keepTo the instance that asked to wait and come back (429), asked first whatever the strategy; null for none
 * @param reason for operators: why it waits
 * @param submittedAt when the job was accepted; its age counts from here. Its {@code createdAt} where nobody said
 */
public record JobDeferred(
        int schemaVersion,
        JobSubmitted job,
        Origin origin,
        List<Integer> tests,
        int attempt,
        int deferrals,
        Instant notBefore,
        @Nullable String avoid,
        @Nullable String keepTo,
        String reason,
        Instant submittedAt)
        implements Due, JobEvent {

    public JobDeferred {
        Schema.require(schemaVersion);
        Objects.requireNonNull(job, "job is missing");
        Objects.requireNonNull(origin, "origin is missing");
        Objects.requireNonNull(notBefore, "notBefore is missing");
        tests = List.copyOf(tests);
        submittedAt = Objects.requireNonNullElse(submittedAt, job.createdAt());
    }

    @Override
    @JsonIgnore
    public JobId jobId() {
        return job.jobId();
    }
}
