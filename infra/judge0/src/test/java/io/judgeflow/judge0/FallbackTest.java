package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One case per row of the fallback table: what the first instance does, and what becomes of the job. */
class FallbackTest {

    private static final String HELLO = "echo hello";

    private final Fleet it =
            new Fleet(settings -> settings.withTimeout(Fleet.SHORT).withBusyFor(Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        it.close();
    }

    static Stream<Arguments> goingElsewhere() {
        return Stream.of(
                broken("cannot connect", FakeJudge0::goDown),
                broken("reset", fake -> fake.fail(Fault.reset())),
                broken("timeout", fake -> fake.fail(Fault.hang())),
                broken("slower than the timeout", fake -> fake.fail(Fault.slow(Fleet.SHORT.multipliedBy(3)))),
                broken("500", fake -> fake.fail(500)),
                broken("502 with a page", fake -> fake.fail(Fault.answer(502, "text/html", "<html>bad</html>"))),
                broken("503 of a proxy", fake -> fake.fail(Fault.answer(503, "text/html", "<html>gone</html>"))),
                broken("401", fake -> fake.fail(Fault.answer(401, "text/html", ""))),
                broken("403", fake -> fake.fail(Fault.answer(403, "text/html", "<html>no</html>"))),
                broken("200 that is no Judge0", fake -> fake.fail(Fault.answer(200, "text/html", "<html>hi</html>"))),
                busy("queue is full", fake -> fake.fail(Fault.queueFull())),
                busy("maintenance", fake -> fake.fail(Fault.maintenance())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goingElsewhere")
    void goesToTheNextInstance(String name, Consumer<FakeJudge0> fault, boolean countsAgainstTheBreaker) {
        fault.accept(it.first);

        for (var i = 0; i < 6; i++) {
            assertThat(it.place(HELLO).instance()).isEqualTo(it.second.instance());
        }

        assertThat(it.second.executed()).isEqualTo(6);
        assertThat(it.first.executed()).isZero();
        assertThat(breakerOfTheFirst()).isEqualTo(countsAgainstTheBreaker ? 1 : 0);
    }

    @Test
    void goesToTheNextInstanceWhenTheNameDoesNotResolve() {
        try (var fleet = new Judge0Fleet(
                Fleet.settings(URI.create("http://no-such-host.invalid:2358"), it.second.url()),
                new SimpleMeterRegistry(),
                Clock.systemUTC())) {
            var placed = fleet.place(any -> Fleet.runs(HELLO)).block(Fleet.WAIT);

            assertThat(placed).extracting(Placement::instance).isEqualTo(it.second.instance());
        }
    }

    @Test
    void waitsOn429AndAsksNoOtherInstance() {
        it.first.fail(Fault.tooManyRequests(Duration.ofSeconds(7)).times(1));

        var busy = catchThrowableOfType(Judge0Failure.Busy.class, () -> it.place(HELLO));

        assertThat(busy.rateLimited()).isTrue();
        assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(it.second.executed()).isZero();
        assertThat(breakerOfTheFirst()).isZero();
    }

    @Test
    void leavesARateLimitedInstanceAloneUntilItsTime() {
        it.first.fail(Fault.tooManyRequests(Duration.ofSeconds(7)));

        for (var i = 0; i < 3; i++) {
            var busy = catchThrowableOfType(Judge0Failure.Busy.class, () -> it.place(HELLO));
            assertThat(busy.rateLimited()).isTrue();
            assertThat(busy.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(7));
        }

        assertThat(it.first.requests(Call.SUBMIT)).isOne();
    }

    @Test
    void leavesABusyInstanceAloneForAMoment() {
        it.first.fail(Fault.queueFull());

        it.place(HELLO);
        it.place(HELLO);

        assertThat(it.first.requests(Call.SUBMIT)).isOne();
        assertThat(it.second.executed()).isEqualTo(2);
    }

    static final List<Arguments> refusals = List.of(
            Arguments.of(Fault.refusal(400, "wait not allowed"), 400, "wait not allowed"),
            Arguments.of(Fault.answer(413, "text/plain", "too large"), 413, "too large"),
            Arguments.of(Fault.status(404), 404, "Made up"));

    @ParameterizedTest
    @FieldSource("refusals")
    void endsAtOnceOnAnyOther4xxWithJudge0sWords(Fault fault, int status, String words) {
        it.first.fail(fault);

        for (var i = 0; i < 6; i++) {
            var refused = catchThrowableOfType(Judge0Failure.Refused.class, () -> it.place(HELLO));
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused).hasMessage(words);
        }

        assertThat(it.second.executed()).isZero();
        assertThat(breakerOfTheFirst()).isZero();
    }

    @Test
    void rejectsOneRunOnA422InJudge0sWords() {
        assertThat(it.place(" ").submitted()).containsExactly(new Submitted.Rejected("source_code can't be blank"));
        assertThat(it.second.requests(Call.SUBMIT)).isZero();
    }

    @Test
    void rejectsOnlyTheWrongItemOfABatch() {
        var submitted = it.place("echo 1", "", "echo 3").submitted();

        assertThat(submitted.get(0)).isInstanceOf(Submitted.Issued.class);
        assertThat(submitted.get(1)).isEqualTo(new Submitted.Rejected("source_code can't be blank"));
        assertThat(submitted.get(2)).isInstanceOf(Submitted.Issued.class);
        assertThat(it.first.executed()).isEqualTo(2);
    }

    @Test
    void rejectsAllItemsOfABatchThatIsAltogetherWrong() {
        assertThat(it.place("", " ").submitted()).hasOnlyElementsOfType(Submitted.Rejected.class);
    }

    @Test
    void tellsWhyEachInstanceFailedWhenAllDid() {
        it.first.goDown();
        it.second.fail(Fault.queueFull());

        var none = catchThrowableOfType(Judge0Failure.NoInstance.class, () -> it.place(HELLO));

        assertThat(none.reasons()).containsOnlyKeys(it.first.instance(), it.second.instance());
        assertThat(none.reasons().get(it.first.instance())).isInstanceOf(Judge0Failure.Unreachable.class);
        assertThat(none.reasons().get(it.second.instance())).isInstanceOf(Judge0Failure.Busy.class);
        assertThat(none).hasMessageContaining("queue is full").hasMessageContaining("refused");
    }

    private double breakerOfTheFirst() {
        return it.meters
                .get("judgeflow.judge0.breaker")
                .tag("instance", it.first.instance())
                .gauge()
                .value();
    }

    private static Arguments broken(String name, Consumer<FakeJudge0> fault) {
        return Arguments.of(name, fault, true);
    }

    private static Arguments busy(String name, Consumer<FakeJudge0> fault) {
        return Arguments.of(name, fault, false);
    }
}
