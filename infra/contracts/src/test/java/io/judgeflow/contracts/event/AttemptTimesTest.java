package io.judgeflow.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttemptTimesTest {

    private static final Instant TAKEN = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATER = TAKEN.plusSeconds(30);
    private static final TestResult.Ruling ACCEPTED = new TestResult.Ruling(Verdict.ACCEPTED, 100, null);
    private static final TestResult QUEUED =
            new TestResult(0, null, Status.QUEUED, null, null, 1, 0, null, RunOutput.NOTHING);

    @Test
    void keepsEachAttemptOfATest() {
        var test = QUEUED.handedTo("a", 1, TAKEN).started("a", 1, TAKEN.plusSeconds(1));
        var second = test.handedTo("b", 2, LATER).judged(ACCEPTED, judged(2, null), RunOutput.NOTHING);
        assertThat(second.attempts())
                .containsExactly(
                        new AttemptTimes(1, "a", TAKEN, TAKEN.plusSeconds(1), null, null, null),
                        new AttemptTimes(2, "b", LATER, null, LATER, null, null));
    }

    @Test
    void knowsFromTheVerdictWhatNobodyToldBefore() {
        var times = new RunTimes(TAKEN, 0.5, 0.25);
        assertThat(QUEUED.judged(ACCEPTED, judged(1, times), RunOutput.NOTHING).attempts())
                .containsExactly(new AttemptTimes(1, "b", TAKEN, null, LATER, 0.5, 0.25));
    }

    @Test
    void believesTheDispatchMoreThanTheVerdict() {
        var times = new RunTimes(LATER, null, null);
        assertThat(QUEUED.handedTo("b", 1, TAKEN)
                        .judged(ACCEPTED, judged(1, times), RunOutput.NOTHING)
                        .attempts())
                .extracting(AttemptTimes::takenAt)
                .containsExactly(TAKEN);
    }

    @Test
    void addsTheVerdictOfAnOlderAttemptToThat() {
        var test = QUEUED.handedTo("a", 1, TAKEN).handedTo("b", 2, LATER);
        var late = test.judged(ACCEPTED, judged(1, null), RunOutput.NOTHING);
        assertThat(late.attempts()).extracting(AttemptTimes::judgedAt).containsExactly(LATER, null);
    }

    @Test
    void keepsTheLatestAttemptsOnly() {
        var test = QUEUED;
        for (int attempt = 1; attempt <= AttemptTimes.MOST + 5; attempt++) {
            test = test.handedTo("a", attempt, TAKEN);
        }
        assertThat(test.attempts())
                .hasSize(AttemptTimes.MOST)
                .last()
                .extracting(AttemptTimes::attempt)
                .isEqualTo(AttemptTimes.MOST + 5);
    }

    @Test
    void changesNothingOfATestThatHasAVerdict() {
        var judged = QUEUED.judged(ACCEPTED, judged(1, null), RunOutput.NOTHING);
        assertThat(List.of(
                        judged.handedTo("c", 3, LATER),
                        judged.started("c", 3, LATER),
                        judged.judged(ACCEPTED, judged(2, null), RunOutput.NOTHING)))
                .containsOnly(judged);
    }

    private static Progress.Judged judged(int attempt, @Nullable RunTimes times) {
        return new Progress.Judged(
                Schema.VERSION,
                new JobId(new UUID(0, 0)),
                0,
                attempt,
                "b",
                Verdict.ACCEPTED,
                RunOutput.NOTHING,
                LATER,
                times);
    }
}
