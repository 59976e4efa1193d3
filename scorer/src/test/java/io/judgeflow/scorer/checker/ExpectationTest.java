package io.judgeflow.scorer.checker;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationTest {

    @Test
    void overrulesJudge0WhereTheProgramRanWell() {
        var judged = expects("tokens", "1 2").judge(WRONG_ANSWER, printed("1\n2\n"));
        assertThat(judged.verdict()).isEqualTo(ACCEPTED);
        assertThat(judged.ours()).isTrue();
        assertThat(expects("exact", "1").judge(ACCEPTED, printed("1\n")).verdict())
                .isEqualTo(WRONG_ANSWER);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ACCEPTED", "WRONG_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void leavesEveryOtherVerdictAsItIs(Verdict verdict) {
        var judged = expects("tokens", "1").judge(verdict, printed("1"));
        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.ours()).isFalse();
    }

    @Test
    void takesNoOutputForTheEmptyOne() {
        assertThat(expects("trimmed", "").judge(WRONG_ANSWER, printed(null)).verdict())
                .isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "exact, ACCEPTED, WRONG_ANSWER, true",
        "exact, WRONG_ANSWER, WRONG_ANSWER, false",
        "trimmed, ACCEPTED, ACCEPTED, false",
        "trimmed, WRONG_ANSWER, WRONG_ANSWER, false",
        "unordered-lines, ACCEPTED, ACCEPTED, false",
        "unordered-lines, WRONG_ANSWER, WRONG_ANSWER, true"
    })
    void acceptsACutOutputOnlyWhereJudge0HasSeenThatItIsRight(
            String checker, Verdict judge0, Verdict verdict, boolean remarked) {
        var judged = expects(checker, "x".repeat(100))
                .judge(judge0, printed("x".repeat(100)).cut(10));
        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.ours()).isTrue();
        assertThat(judged.output().message()).isEqualTo(remarked ? Expectation.NOT_WHOLE : null);
    }

    private static Expectation expects(String checker, String text) {
        return new Expectation(0, ChosenChecker.of(checker), text);
    }

    private static RunOutput printed(@Nullable String text) {
        return new RunOutput(text, null, null, null, 0.1, 1000);
    }
}
