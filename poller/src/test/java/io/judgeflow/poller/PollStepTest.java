package io.judgeflow.poller;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.judge0.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design: what the poller sees, and what it does. */
class PollStepTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final PollPolicy POLICY =
            new PollPolicy(Duration.ofMinutes(5), Duration.ofMinutes(2), 3, Duration.ofHours(1), Duration.ofMillis(10));

    private final PollStep step = new PollStep(POLICY);

    @ParameterizedTest
    @CsvSource({
        "3, ACCEPTED",
        "4, WRONG_ANSWER",
        "5, TIME_LIMIT",
        "6, COMPILATION_ERROR",
        "7, RUNTIME_ERROR",
        "11, RUNTIME_ERROR",
        "14, RUNTIME_ERROR"
    })
    void makesAVerdictOfAFinalStatus(int status, Verdict verdict) {
        assertThat(step.decide(token(1), finished(status), NOW))
                .singleElement()
                .isInstanceOfSatisfying(
                        PollOutcome.Known.class,
                        known -> assertThat(known.progress())
                                .isInstanceOfSatisfying(
                                        Progress.Judged.class,
                                        judged -> assertThat(judged.verdict()).isEqualTo(verdict)));
    }

    @Test
    void climbsTheLadderWhileTheTokenIsInTheQueue() {
        var again = askAgain(step.decide(token(1), new Sighting.Reported(new Report.Waiting("t")), NOW));
        assertThat(again.delay()).isEqualTo(Duration.ofMillis(250));
        assertThat(again.token().notBefore()).isEqualTo(NOW.plusMillis(250));
        assertThat(again.token().asked()).isEqualTo(1);
    }

    @Test
    void tellsTheFirstSignOfProcessingOnce() {
        var first = step.decide(token(1), new Sighting.Reported(new Report.Processing("t")), NOW);
        assertThat(first).hasSize(2);
        var again = askAgain(first.subList(1, 2)).token();
        assertThat(again.startedAt()).isEqualTo(NOW);
        assertThat(step.decide(again, new Sighting.Reported(new Report.Processing("t")), NOW.plusSeconds(1)))
                .singleElement()
                .isInstanceOf(PollOutcome.AskAgain.class);
    }

    @Test
    void asksOnTheSameRungWhileTheInstanceIsAway() {
        var again = askAgain(step.decide(token(1), new Sighting.NoAnswer("refused"), NOW));
        assertThat(again.delay()).isEqualTo(Duration.ofMillis(100));
        var onceMore = askAgain(step.decide(again.token(), new Sighting.NoAnswer("refused"), NOW));
        assertThat(onceMore.delay()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void triesElsewhereWhenTheTokenIsUnknownOrTheJudgeFailedOrIsGone() {
        for (var sighting :
                List.of(new Sighting.Reported(new Report.Unknown("t")), finished(13), new Sighting.NobodyToAsk())) {
            assertThat(step.decide(token(1), sighting, NOW)).singleElement().isInstanceOf(PollOutcome.NewAttempt.class);
            assertThat(step.decide(token(3), sighting, NOW))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PollOutcome.Known.class,
                            known -> assertThat(known.progress()).isInstanceOf(Progress.GaveUp.class));
        }
    }

    @Test
    void replacesATokenThatTakesTooLongOnceAndKeepsItWelcome() {
        var late = NOW.plus(POLICY.queuePatience()).plusSeconds(1);
        var outcomes = step.decide(token(1), new Sighting.Reported(new Report.Waiting("t")), late);
        assertThat(outcomes).hasSize(2).first().isInstanceOf(PollOutcome.NewAttempt.class);
        var old = askAgain(outcomes.subList(1, 2)).token();
        assertThat(old.replaced()).isTrue();
        assertThat(step.decide(old, new Sighting.Reported(new Report.Waiting("t")), late))
                .singleElement()
                .isInstanceOf(PollOutcome.AskAgain.class);
        assertThat(step.decide(old, new Sighting.Reported(new Report.Unknown("t")), late))
                .isEmpty();
        assertThat(step.decide(old, finished(3), late)).singleElement().isInstanceOf(PollOutcome.Known.class);
    }

    @Test
    void givesUpAJobThatIsTooOld() {
        var late = NOW.plus(POLICY.ageLimit()).plusSeconds(1);
        assertThat(step.decide(token(3), new Sighting.NoAnswer("refused"), late))
                .singleElement()
                .isInstanceOfSatisfying(
                        PollOutcome.Known.class,
                        known -> assertThat(known.progress()).isInstanceOf(Progress.GaveUp.class));
    }

    private static PollOutcome.AskAgain askAgain(List<PollOutcome> outcomes) {
        assertThat(outcomes).singleElement().isInstanceOf(PollOutcome.AskAgain.class);
        return (PollOutcome.AskAgain) outcomes.getFirst();
    }

    private static Sighting finished(int status) {
        return new Sighting.Reported(
                new Report.Finished("t", status, "any", "out", null, null, null, 0.1, 0.2, 3000, 0));
    }

    private static PendingToken token(int attempt) {
        return new PendingToken(
                Schema.VERSION,
                JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51"),
                0,
                attempt,
                "judge-a:2358",
                "t",
                new Origin(0, 0),
                "python",
                NOW,
                0,
                NOW,
                null,
                false,
                NOW);
    }
}
