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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design: what the poller sees, and what it does. */
class PollStepTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final PollPolicy POLICY =
            new PollPolicy(seconds(30), seconds(300), seconds(120), 3, seconds(3600), Duration.ofMillis(10));

    private static final Sighting WAITING = new Sighting.Reported(new Report.Waiting("t"));
    private static final Sighting PROCESSING = new Sighting.Reported(new Report.Processing("t"));
    private static final Sighting UNKNOWN = new Sighting.Reported(new Report.Unknown("t"));

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
    void climbsTheLadderFromItsFootWhileTheTokenIsInTheQueue() {
        var again = askAgain(step.decide(token(1), WAITING, NOW));
        assertThat(again.delay()).isEqualTo(Duration.ofMillis(100));
        assertThat(again.token().notBefore()).isEqualTo(NOW.plusMillis(100));
        assertThat(again.token().asked()).isEqualTo(1);
        assertThat(askAgain(step.decide(again.token(), WAITING, NOW)).delay()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void leavesATokenOnARungWhileItIsTooSoonToAsk() {
        var waits = step.tooSoon(token(1), Duration.ofMillis(900), NOW).stream().toList();
        var later = askAgain(waits);
        assertThat(later.delay()).isEqualTo(Duration.ofMillis(500));
        assertThat(later.token().notBefore()).isEqualTo(NOW.plusMillis(500));
        assertThat(later.token().asked()).isZero();
        assertThat(step.tooSoon(token(1), Duration.ofMillis(150), NOW)).isEmpty();
    }

    @Test
    void tellsTheFirstSignOfProcessingOnce() {
        var first = step.decide(token(1), PROCESSING, NOW);
        assertThat(first).hasSize(2);
        var again = askAgain(first.subList(1, 2)).token();
        assertThat(again.startedAt()).isEqualTo(NOW);
        assertThat(step.decide(again, PROCESSING, NOW.plusSeconds(1)))
                .singleElement()
                .isInstanceOf(PollOutcome.AskAgain.class);
    }

    @Test
    void asksOnTheSameRungWhenTheInstanceIsAwayForAMomentAndLessOftenWhenForLonger() {
        assertThat(askAgain(away(token(1), NOW, NOW)).delay()).isEqualTo(Duration.ofMillis(100));
        var longer = askAgain(away(token(1), NOW, NOW.plusSeconds(20)));
        assertThat(longer.delay()).isEqualTo(seconds(2));
        assertThat(askAgain(step.decide(longer.token(), WAITING, NOW.plusSeconds(22)))
                        .delay())
                .as("back on its own rung at the first answer")
                .isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void triesElsewhereOnceWhenTheInstanceIsAwayForTooLong() {
        var issued = NOW.minusSeconds(200);
        assertThat(away(token(1, issued), NOW, NOW.plusSeconds(30))).hasSize(1);
        var outcomes = away(token(1, issued), NOW, NOW.plusSeconds(31));
        assertThat(outcomes).hasSize(2).first().isInstanceOf(PollOutcome.NewAttempt.class);
        var old = askAgain(outcomes.subList(1, 2)).token();
        assertThat(away(old, NOW, NOW.plusSeconds(60))).singleElement().isInstanceOf(PollOutcome.AskAgain.class);
    }

    @Test
    void waitsForTheInstanceWhenThereIsNowhereElseToGo() {
        var alone = new Sighting.Away("refused", NOW, false);
        assertThat(step.decide(token(1), alone, NOW.plusSeconds(3500))).hasSize(1);
    }

    @Test
    void isPatientAnewWithATokenThatTheInstanceIssuedAfterItWasAway() {
        assertThat(away(token(1, NOW), NOW.minusSeconds(60), NOW.plusSeconds(29)))
                .hasSize(1);
    }

    @Test
    void climbsTheLadderWhenTheInstanceIsThereAndDoesNotSay() {
        var again = askAgain(step.decide(token(1), new Sighting.Declined("rate limit"), NOW));
        assertThat(again.token().asked()).isEqualTo(1);
        assertThat(step.decide(token(1), new Sighting.Declined("rate limit"), NOW.plusSeconds(301)))
                .hasSize(2)
                .first()
                .isInstanceOf(PollOutcome.NewAttempt.class);
    }

    @Test
    void triesElsewhereWhenTheTokenIsUnknownOrTheJudgeFailedOrIsGone() {
        for (var sighting : List.of(UNKNOWN, finished(13), new Sighting.NobodyToAsk())) {
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
        var outcomes = step.decide(token(1), WAITING, late);
        assertThat(outcomes).hasSize(2).first().isInstanceOf(PollOutcome.NewAttempt.class);
        var old = askAgain(outcomes.subList(1, 2)).token();
        assertThat(old.replaced()).isTrue();
        assertThat(step.decide(old, WAITING, late)).singleElement().isInstanceOf(PollOutcome.AskAgain.class);
        assertThat(step.decide(old, UNKNOWN, late)).isEmpty();
        assertThat(step.decide(old, finished(3), late)).singleElement().isInstanceOf(PollOutcome.Known.class);
    }

    @Test
    void neverTriesElsewhereForATokenThatWasReplacedAndLetsItEndQuietly() {
        for (var attempt : List.of(1, 3)) {
            var old = token(attempt).asReplaced();
            for (var later : List.of(seconds(301), seconds(3601))) {
                assertThat(Stream.of(
                                        WAITING,
                                        PROCESSING,
                                        UNKNOWN,
                                        finished(13),
                                        new Sighting.Declined("rate limit"),
                                        new Sighting.Away("refused", NOW, true),
                                        new Sighting.NobodyToAsk())
                                .flatMap(seen -> step.decide(old, seen, NOW.plus(later)).stream()))
                        .noneMatch(PollOutcome.NewAttempt.class::isInstance)
                        .noneMatch(outcome -> outcome instanceof PollOutcome.Known known
                                && known.progress() instanceof Progress.GaveUp);
            }
            assertThat(step.decide(old, UNKNOWN, NOW)).isEmpty();
            assertThat(step.decide(old, WAITING, NOW.plusSeconds(3601))).isEmpty();
        }
    }

    @Test
    void doesNotHoldAgainstARunThatHasJustStartedHowLongItWaited() {
        var outcomes = step.decide(token(1), PROCESSING, NOW.plusSeconds(301));
        assertThat(outcomes).hasSize(2).noneMatch(PollOutcome.NewAttempt.class::isInstance);
        var started = askAgain(outcomes.subList(1, 2)).token();
        assertThat(step.decide(started, PROCESSING, NOW.plusSeconds(420))).hasSize(1);
        assertThat(step.decide(started, PROCESSING, NOW.plusSeconds(422))).hasSize(2);
    }

    @Test
    void givesUpAJobThatIsTooOldWhateverIsSeenOfIt() {
        var late = NOW.plusSeconds(3601);
        for (var sighting : List.of(
                WAITING,
                UNKNOWN,
                finished(13),
                new Sighting.Declined("rate limit"),
                new Sighting.Away("refused", NOW, true),
                new Sighting.NobodyToAsk())) {
            assertThat(step.decide(token(1), sighting, late))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PollOutcome.Known.class,
                            known -> assertThat(known.progress())
                                    .isInstanceOfSatisfying(
                                            Progress.GaveUp.class,
                                            gaveUp ->
                                                    assertThat(gaveUp.message()).startsWith("not judged in time: ")));
        }
    }

    private List<PollOutcome> away(PendingToken token, Instant since, Instant now) {
        return step.decide(token, new Sighting.Away("refused", since, true), now);
    }

    private static PollOutcome.AskAgain askAgain(List<PollOutcome> outcomes) {
        assertThat(outcomes).singleElement().isInstanceOf(PollOutcome.AskAgain.class);
        return (PollOutcome.AskAgain) outcomes.getFirst();
    }

    private static Sighting finished(int status) {
        return new Sighting.Reported(
                new Report.Finished("t", status, "any", "out", null, null, null, 0.1, 0.2, 3000, 0, null));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static PendingToken token(int attempt) {
        return token(attempt, NOW);
    }

    private static PendingToken token(int attempt, Instant issuedAt) {
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
                issuedAt,
                null,
                false,
                NOW);
    }
}
