package io.judgeflow.poller;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.judge0.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForesightTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final Foresight foresight = new Foresight();

    @Test
    void asksAtOnceAboutALanguageThatItHasNotSeen() {
        learn("python", 1_000, 30);
        assertThat(left("bash", 0)).isZero();
    }

    @Test
    void asksJustAfterRunsThatAreAlikeEnd() {
        learn("python", 1_000, 30);
        assertThat(left("python", 100)).isBetween(Duration.ofMillis(900), Duration.ofMillis(910));
        assertThat(left("python", 1_100)).isZero();
    }

    @Test
    void asksWhenTheShorterEndWhereRunsDiffer() {
        IntStream.range(0, 30).forEach(i -> learn("python", i % 2 == 0 ? 300 : 1_100, 1));
        assertThat(left("python", 0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(450));
    }

    @Test
    void looksOnceAtALongRunAndThenLeavesItAloneButNotTooLong() {
        learn("python", 10_000, 30);
        assertThat(left("python", 100)).isZero();
        var looked = token("python").again(NOW.plusMillis(350), NOW);
        assertThat(foresight.untilWorthAsking(looked, NOW.plusMillis(350))).isEqualTo(Duration.ofMillis(1_650));
    }

    @Test
    void looksOnceAtALongRunThatIsToCallBackToo() {
        learn("python", 10_000, 30);
        var calledBack = token("python", 2, NOW.plusMillis(500));
        assertThat(foresight.untilWorthAsking(calledBack, NOW.plusMillis(500))).isZero();
        assertThat(foresight.untilWorthAsking(calledBack.later(NOW.plusSeconds(1)), NOW.plusSeconds(1)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void leavesAShortRunToItsCallback() {
        learn("python", 1_000, 30);
        var calledBack = token("python", 2, NOW.plusMillis(500));
        assertThat(foresight.untilWorthAsking(calledBack, NOW.plusMillis(500))).isGreaterThan(Duration.ofMillis(490));
    }

    @Test
    void fallsAgainWhenRunsBecomeShorterThoughTheyWereSeenLate() {
        learn("python", 1_000, 30);
        learn("python", 50, 60);
        assertThat(left("python", 0)).isLessThan(Duration.ofMillis(120));
    }

    @Test
    void fallsAgainWhereTheJudgeDoesNotSayHowLongItTook() {
        learn("python", 1_000, 30);
        IntStream.range(0, 100)
                .forEach(i -> foresight.learn(
                        token("python"),
                        finished(null),
                        NOW.plus(left("python", 0)).plusMillis(20)));
        assertThat(left("python", 0)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void learnsFromCallbacks() {
        IntStream.range(0, 30).forEach(i -> foresight.learn(token("python"), Duration.ofSeconds(1)));
        assertThat(left("python", 100)).isBetween(Duration.ofMillis(900), Duration.ofMillis(910));
        IntStream.range(0, 60).forEach(i -> foresight.learn(token("python"), Duration.ofMillis(-5)));
        assertThat(left("python", 0)).isLessThan(Duration.ofMillis(60));
    }

    @Test
    void forgetsTheLanguageThatWasNotSeenForLongest() {
        IntStream.rangeClosed(0, Foresight.KINDS).forEach(i -> learn("language" + i, 1_000, 1));
        assertThat(left("language0", 0)).isZero();
        assertThat(left("language1", 0)).isPositive();
    }

    private Duration left(String language, long ageMillis) {
        return foresight.untilWorthAsking(token(language), NOW.plusMillis(ageMillis));
    }

    private void learn(String language, long millis, int times) {
        IntStream.range(0, times)
                .forEach(i ->
                        foresight.learn(token(language), finished(Duration.ofMillis(millis)), NOW.plusSeconds(60)));
    }

    private static Report.Finished finished(@Nullable Duration took) {
        return new Report.Finished("t", 3, "Accepted", null, null, null, null, null, null, null, 0, took);
    }

    private static PendingToken token(String language) {
        return token(language, 0, NOW);
    }

    private static PendingToken token(String language, int rung, Instant notBefore) {
        return new PendingToken(
                Schema.VERSION,
                JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51"),
                0,
                1,
                "judge-a:2358",
                "t",
                new Origin(0, 0),
                language,
                notBefore,
                rung,
                NOW,
                null,
                false,
                NOW);
    }
}
