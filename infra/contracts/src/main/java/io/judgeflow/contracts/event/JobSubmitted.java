package io.judgeflow.contracts.event;

import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A job was accepted: the code, and every test that it is to be run with. Every test starts at attempt 1.
 *
 * @param userId who submitted it; null for nobody in particular
 * @param language a name, alias or Judge0 id as the user gave it, such as {@code python}
 * @param tests one to {@value #MOST_TESTS}
 * @param limits {@link Limits#NONE} when not given
 * @param scoring {@link Scoring#DEFAULT} when not given
 * @param checker compares the outputs of tests that expect one and name no other; null leaves that to Judge0
 * @param problem what it is an answer to; null for nothing that a leaderboard is kept of
 * @param rejudgeOf the job that is judged anew by this one; null for one that somebody submitted
 */
public record JobSubmitted(
        int schemaVersion,
        JobId jobId,
        @Nullable String userId,
        String language,
        String code,
        List<TestCase> tests,
        Limits limits,
        Scoring scoring,
        Instant createdAt,
        @Nullable ChosenChecker checker,
        @Nullable ProblemId problem,
        @Nullable JobId rejudgeOf)
        implements JobEvent {

    /** More would not fit into one record with their outputs. */
    public static final int MOST_TESTS = 1000;

    public JobSubmitted {
        Schema.require(schemaVersion);
        Objects.requireNonNull(jobId, "jobId is missing");
        Objects.requireNonNull(language, "language is missing");
        Objects.requireNonNull(code, "code is missing");
        Objects.requireNonNull(createdAt, "createdAt is missing");
        limits = Objects.requireNonNullElse(limits, Limits.NONE);
        scoring = Objects.requireNonNullElse(scoring, Scoring.DEFAULT);
        tests = List.copyOf(Objects.requireNonNull(tests, "tests are missing"));
        if (tests.isEmpty() || tests.size() > MOST_TESTS) {
            throw new IllegalArgumentException("a job has 1 to " + MOST_TESTS + " tests");
        }
    }

    /** One that Judge0 compares, of no problem. */
    public JobSubmitted(
            int schemaVersion,
            JobId jobId,
            @Nullable String userId,
            String language,
            String code,
            List<TestCase> tests,
            Limits limits,
            Scoring scoring,
            Instant createdAt) {
        this(schemaVersion, jobId, userId, language, code, tests, limits, scoring, createdAt, null, null, null);
    }

    /** The same, created at this time. */
    public JobSubmitted at(Instant createdAt) {
        return new JobSubmitted(
                schemaVersion,
                jobId,
                userId,
                language,
                code,
                tests,
                limits,
                scoring,
                createdAt,
                checker,
                problem,
                rejudgeOf);
    }

    /**
     * A new job that judges this one anew: the same program, under the same rules.
     *
     * @param tests those of this job, or others in their place
     * @param problem that of this job, or another in its place
     */
    public JobSubmitted anew(JobId id, List<TestCase> tests, @Nullable ProblemId problem, Instant createdAt) {
        return new JobSubmitted(
                schemaVersion, id, userId, language, code, tests, limits, scoring, createdAt, checker, problem, jobId);
    }

    /** The code is the user's own and stays out of logs. */
    @Override
    public String toString() {
        return "JobSubmitted[" + jobId + ", " + language + ", " + tests.size() + " tests]";
    }
}
