package io.judgeflow.gateway.submit;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/execute}, as it came. {@link SubmissionRules} says whether it can become a job.
 *
 * @param tests not together with {@code stdin} or {@code expectedOutput}, which describe a single test
 * @param checker of the tests that name none themselves
 * @param problem what the submission is an answer to, for its leaderboard
 */
record ExecuteRequest(
        @Nullable String code,
        @Nullable LanguageName lang,
        @Nullable String stdin,
        @Nullable String expectedOutput,
        @Nullable List<@Nullable Test> tests,
        @Nullable Limits limits,
        @Nullable Scoring scoring,
        @Nullable String userId,
        @Nullable ChosenChecker checker,
        @Nullable String problem) {

    /** One test as it came; the weight is 1 when not given. */
    record Test(
            @Nullable String name,
            @Nullable String stdin,
            @Nullable String expectedOutput,
            @Nullable Double weight,
            @Nullable ChosenChecker checker) {

        private TestCase toCase() {
            return new TestCase(name, stdin, expectedOutput, requireNonNullElse(weight, 1.0), checker);
        }
    }

    /** The job, of this owner; only for a request that breaks no rule. */
    JobSubmitted toJob(JobId id, @Nullable String owner, Instant now) {
        return new JobSubmitted(
                Schema.VERSION,
                id,
                owner,
                requireNonNull(lang).text().strip(),
                requireNonNull(code),
                cases(),
                requireNonNullElse(limits, Limits.NONE),
                requireNonNullElse(scoring, Scoring.DEFAULT),
                now,
                checker,
                problem == null ? null : new ProblemId(problem),
                null);
    }

    private List<TestCase> cases() {
        if (tests == null) {
            return List.of(new TestCase(null, stdin, expectedOutput, 1));
        }
        return tests.stream().map(test -> requireNonNull(test).toCase()).toList();
    }

    /** The code is the user's own and stays out of logs. */
    @Override
    public String toString() {
        return "ExecuteRequest[" + lang + "]";
    }
}
