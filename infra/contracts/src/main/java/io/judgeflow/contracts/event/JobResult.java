package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a job after a change. The highest version is the truth; a terminal state is the last.
 *
 * @param code the submitted code, only in the first result that the scorer emits for a job; null in all others
 * @param status where the job stands
 * @param score points so far, counting tests without a verdict as 0; null until there is a verdict
 * @param verdict accepted when every test is, else that of the first test that is not; null until the job ends
 * @param tests in the job's own order
 * @param output of the test that decides the verdict so far; its time and memory are the largest of all tests
 * @param attempt the highest attempt of any test; 0 before the first
 * @param version rises by one with every change, from 1 (queued)
 * @param problem what the job is an answer to; null for nothing
 * @param rejudgeOf the job that is judged anew by this one; null for one that somebody submitted
 */
public record JobResult(
        int schemaVersion,
        JobId jobId,
        @Nullable String userId,
        String language,
        @Nullable String code,
        Status status,
        @Nullable Integer score,
        @Nullable Verdict verdict,
        List<TestResult> tests,
        @JsonUnwrapped RunOutput output,
        int attempt,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable ProblemId problem,
        @Nullable JobId rejudgeOf)
        implements JobEvent {

    public JobResult {
        Schema.require(schemaVersion);
        Objects.requireNonNull(jobId, "jobId is missing");
        Objects.requireNonNull(status, "status is missing");
        Objects.requireNonNull(createdAt, "createdAt is missing");
        Objects.requireNonNull(updatedAt, "updatedAt is missing");
        tests = List.copyOf(tests);
    }

    /** One of no problem, that somebody submitted. */
    public JobResult(
            int schemaVersion,
            JobId jobId,
            @Nullable String userId,
            String language,
            @Nullable String code,
            Status status,
            @Nullable Integer score,
            @Nullable Verdict verdict,
            List<TestResult> tests,
            RunOutput output,
            int attempt,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        this(
                schemaVersion,
                jobId,
                userId,
                language,
                code,
                status,
                score,
                verdict,
                tests,
                output,
                attempt,
                version,
                createdAt,
                updatedAt,
                null,
                null);
    }

    /** The first state of every job, version 1: whoever has seen the submission knows it, before the scorer says so. */
    public static JobResult queued(JobSubmitted job) {
        var tests = IntStream.range(0, job.tests().size())
                .mapToObj(i -> TestResult.queued(i, job.tests().get(i)))
                .toList();
        return new JobResult(
                Schema.VERSION,
                job.jobId(),
                job.userId(),
                job.language(),
                null,
                Status.QUEUED,
                null,
                null,
                tests,
                RunOutput.NOTHING,
                0,
                1,
                job.createdAt(),
                job.createdAt(),
                job.problem(),
                job.rejudgeOf());
    }

    /** The same with the code, or without. */
    public JobResult withCode(@Nullable String code) {
        return with(code, tests);
    }

    /** The same, and what is known of its tests, as the same version: nothing that is news to a reader. */
    public JobResult withTests(List<TestResult> tests) {
        return with(code, tests);
    }

    private JobResult with(@Nullable String code, List<TestResult> tests) {
        return new JobResult(
                schemaVersion,
                jobId,
                userId,
                language,
                code,
                status,
                score,
                verdict,
                tests,
                output,
                attempt,
                version,
                createdAt,
                updatedAt,
                problem,
                rejudgeOf);
    }

    /** The next version: this standing of the job, seen at this instant. */
    public JobResult next(List<TestResult> tests, Standing standing, Instant at) {
        return new JobResult(
                schemaVersion,
                jobId,
                userId,
                language,
                code,
                standing.status(),
                standing.score(),
                standing.verdict(),
                tests,
                standing.output(),
                tests.stream().mapToInt(TestResult::attempt).max().orElse(0),
                version + 1,
                createdAt,
                at.isBefore(updatedAt) ? updatedAt : at,
                problem,
                rejudgeOf);
    }

    /** What the tests of a job amount to. */
    public record Standing(
            Status status,
            @Nullable Integer score,
            @Nullable Verdict verdict,
            RunOutput output) {}

    /** Code and output are the user's own and stay out of logs. */
    @Override
    public String toString() {
        return "JobResult[" + jobId + ", " + status + ", version " + version + "]";
    }
}
