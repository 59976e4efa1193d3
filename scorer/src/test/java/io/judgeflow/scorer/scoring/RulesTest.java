package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.MEMORY_LIMIT;
import static io.judgeflow.contracts.job.Verdict.RUNTIME_ERROR;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void judgesByTheJobsCheckerUnlessTheTestHasItsOwn() {
        var job = job("tokens", test("1 2", null), test("1 2", "exact"), test(null, null));
        var end = end(job, judged(0, WRONG_ANSWER, "1\n2"), judged(1, WRONG_ANSWER, "1\n2"), judged(2, ACCEPTED, "x"));
        assertThat(end.tests()).extracting(t -> t.verdict()).containsExactly(ACCEPTED, WRONG_ANSWER, ACCEPTED);
        assertThat(end.tests()).extracting(t -> t.checker()).containsExactly("tokens", "exact", null);
        assertThat(end.tests()).extracting(t -> t.points()).containsExactly(100, 30, 100);
    }

    @Test
    void leavesTheVerdictToJudge0WhereNoCheckerIsNamed() {
        var end = end(job(null, test("1 2", null)), judged(0, WRONG_ANSWER, "1\n2"));
        assertThat(end.verdict()).isEqualTo(WRONG_ANSWER);
        assertThat(end.tests().getFirst().checker()).isNull();
    }

    @Test
    void judgesByAllOfAnOutputOfWhichOnlyAPartIsKept() {
        var tests = new TestCase[100];
        Arrays.fill(tests, test(null, null));
        tests[7] = test("a ".repeat(30_000), null);
        var end = end(job("tokens", tests), judged(7, WRONG_ANSWER, "a\n".repeat(30_000)));
        assertThat(end.tests().get(7).verdict()).isEqualTo(ACCEPTED);
        assertThat(end.tests().get(7).output().whole()).isFalse();
    }

    @Test
    void endsAJobWithACheckerThatDoesNotExist() {
        var step = JobState.NOTHING.submitted(job(null, test("1", null), test("1", "diff")), 7);
        assertThat(step.news()).singleElement().satisfies(end -> {
            assertThat(end.status()).isEqualTo(Status.ERROR);
            assertThat(end.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(end.output().message())
                    .isEqualTo("the checker 'diff' cannot be used: it must be one of exact, trimmed, tokens,"
                            + " case-insensitive, float, unordered-lines");
        });
        assertThat(step.state().learned(judged(0, ACCEPTED, "1"), 8).news()).isEmpty();
    }

    @Test
    void endsAJobThatExpectsMoreThanCanBeKept() {
        var step = JobState.NOTHING.submitted(job("exact", test("x".repeat(2_000_000), null)), 7);
        assertThat(step.news().getFirst().status()).isEqualTo(Status.ERROR);
    }

    @Test
    void forgetsWhatATestExpectsOnceItIsJudged() {
        var state = JobState.NOTHING
                .submitted(job("exact", test("1", null), test("2", null)), 7)
                .state();
        assertThat(requireNonNull(state.rules()).expectations()).hasSize(2);
        state = state.learned(judged(0, ACCEPTED, "1"), 8).state();
        assertThat(requireNonNull(state.rules()).expectations())
                .extracting(e -> e.test())
                .containsExactly(1);
    }

    @Test
    void judgesAnOutputThatCameBeforeItsJob() {
        var text = "a\n".repeat(30_000);
        var state = JobState.NOTHING.learned(judged(0, WRONG_ANSWER, text), 3).state();
        var told = state.submitted(job("tokens", test(text.replace('\n', ' '), null)), 4)
                .news();
        assertThat(told.getFirst().verdict()).isEqualTo(ACCEPTED);
    }

    @Test
    void tellsAMemoryLimitFromOtherWaysToFail() {
        var full = new RunOutput(null, null, null, "Exited", 0.1, 64_000, 137, null, 64_000, null);
        var judged =
                new Progress.Judged(Schema.VERSION, Facts.JOB, 0, 1, "judge-a:2358", RUNTIME_ERROR, full, Facts.at(3));
        var end = end(job("exact", test("1", null)), judged);
        assertThat(end.verdict()).isEqualTo(MEMORY_LIMIT);
        assertThat(end.score()).isZero();
        assertThat(end.tests().getFirst().checker()).isNull();
        assertThat(end.tests().getFirst().output().exitCode()).isEqualTo(137);
    }

    private static JobResult end(JobSubmitted job, Progress... facts) {
        var state = JobState.NOTHING.submitted(job, 0).state();
        long offset = 0;
        for (var fact : facts) {
            state = state.learned(fact, offset++).state();
        }
        return requireNonNull(state.result());
    }

    private static JobSubmitted job(@Nullable String checker, TestCase... tests) {
        return new JobSubmitted(
                Schema.VERSION,
                Facts.JOB,
                "ada",
                "python",
                "code",
                List.of(tests),
                Limits.NONE,
                Scoring.DEFAULT,
                Facts.SUBMITTED,
                checker == null ? null : ChosenChecker.of(checker),
                null,
                null);
    }

    private static TestCase test(@Nullable String expected, @Nullable String checker) {
        return new TestCase(null, null, expected, 1, checker == null ? null : ChosenChecker.of(checker));
    }

    private static Progress judged(int test, Verdict verdict, String stdout) {
        var output = new RunOutput(stdout, null, null, null, 0.1, 1000);
        return new Progress.Judged(Schema.VERSION, Facts.JOB, test, 1, "judge-a:2358", verdict, output, Facts.at(3));
    }
}
