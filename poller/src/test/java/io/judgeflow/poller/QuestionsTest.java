package io.judgeflow.poller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Settings;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen of an instance that is away, and what asking costs it meanwhile. */
class QuestionsTest {

    private final FakeJudge0 judge0 = FakeJudge0.start();
    private final FakeJudge0 other = FakeJudge0.start();
    private final Judge0Fleet fleet = new Judge0Fleet(
            Judge0Settings.of(List.of(judge0.url(), other.url())), new SimpleMeterRegistry(), Clock.systemUTC());
    private final Questions questions = new Questions(
            fleet,
            new PollPolicy(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(2),
                    3,
                    Duration.ofHours(1),
                    Duration.ofMillis(1)),
            Clock.systemUTC());

    @AfterEach
    void close() {
        fleet.close();
        judge0.close();
        other.close();
    }

    @Test
    void countsFromTheFirstFailureUntilTheFirstAnswer() {
        judge0.fail(Fault.status(500).on(Call.ASK_BATCH).times(2));
        var first = since();
        assertThat(since()).isEqualTo(first);
        assertThat(ask()).isInstanceOf(Sighting.Reported.class);
        judge0.fail(Fault.reset().on(Call.ASK_BATCH).times(1));
        assertThat(since()).isAfter(first);
    }

    @Test
    void knowsWhetherThereIsAnotherToTurnTo() {
        judge0.goDown();
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Sighting.Away.class,
                        away -> assertThat(away.elsewhere()).isTrue());
        other.goDown();
        ask(other);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Sighting.Away.class,
                        away -> assertThat(away.elsewhere()).isFalse());
        other.comeBack();
        await().until(() -> ask(other) instanceof Sighting.Reported);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        Sighting.Away.class,
                        away -> assertThat(away.elsewhere()).isTrue());
    }

    @Test
    void countsNoInstanceAsAwayThatAnswers() {
        judge0.fail(Fault.tooManyRequests(null).on(Call.ASK_BATCH).times(1));
        assertThat(ask()).isInstanceOf(Sighting.Declined.class);
        judge0.fail(Fault.status(400).on(Call.ASK_BATCH).times(1));
        assertThat(ask()).isInstanceOf(Sighting.Declined.class);
    }

    @Test
    void countsAnInstanceAsAwayThatRefusesOurCredentials() {
        judge0.configure(setup -> setup.withToken("another"));
        assertThat(ask()).isInstanceOfSatisfying(Sighting.Away.class, away -> {
            assertThat(away.reason()).endsWith("refuses our credentials: HTTP 401 Unauthorized");
            assertThat(away.elsewhere()).isTrue();
        });
    }

    @Test
    void costsAnInstanceNothingWhileItsBreakerIsOpen() {
        judge0.fail(Fault.status(500).on(Call.ASK_BATCH));
        await().until(() -> {
            ask();
            return fleet.standings().getFirst().open();
        });
        var asked = judge0.requests(Call.ASK_BATCH);
        IntStream.range(0, 100).forEach(i -> assertThat(ask()).isInstanceOf(Sighting.Away.class));
        assertThat(judge0.requests(Call.ASK_BATCH)).isEqualTo(asked);
    }

    private Instant since() {
        return ((Sighting.Away) ask()).since();
    }

    private Sighting ask() {
        return ask(judge0);
    }

    private Sighting ask(FakeJudge0 fake) {
        return Objects.requireNonNull(questions.ask(fake.instance(), "t").block());
    }
}
