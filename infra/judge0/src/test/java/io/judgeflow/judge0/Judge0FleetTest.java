package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Judge0FleetTest {

    private static final String HELLO = "echo hello";

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void comesBackToTheInstanceThatAskedToWaitWhateverTheStrategy(Strategy strategy) {
        try (var it = new Fleet(settings -> settings.withStrategy(strategy))) {
            it.first.fail(Fault.tooManyRequests(null).times(1));
            var busy = catchThrowableOfType(Judge0Failure.Busy.class, () -> it.place(HELLO));
            assertThat(busy.instance()).isEqualTo(it.first.instance());

            var again = it.fleet.place(any -> Fleet.runs(HELLO), new Wish(busy.instance(), null));
            await().until(() -> again.onErrorComplete(Judge0Failure.Busy.class).block() != null);
            assertThat(it.first.executed()).isOne();
            assertThat(it.second.requests(Call.SUBMIT)).isZero();
        }
    }

    @Test
    void triesTheFirstInstanceFirst() {
        try (var it = new Fleet()) {
            IntStream.range(0, 5)
                    .forEach(i -> assertThat(it.place(HELLO).instance()).isEqualTo(it.first.instance()));
        }
    }

    @Test
    void takesTurnsWhenToldTo() {
        try (var it = new Fleet(settings -> settings.withStrategy(Strategy.ROUND_ROBIN))) {
            IntStream.range(0, 6).forEach(i -> it.place(HELLO));

            assertThat(it.first.executed()).isEqualTo(3);
            assertThat(it.second.executed()).isEqualTo(3);
        }
    }

    @Test
    void stopsAskingABrokenInstance() {
        try (var it = new Fleet()) {
            it.first.fail(500);

            IntStream.range(0, 8).forEach(i -> it.place(HELLO));

            assertThat(it.first.requests(Call.SUBMIT)).isEqualTo(4);
            assertThat(it.second.executed()).isEqualTo(8);
        }
    }

    @Test
    void returnsToABrokenInstanceWhenItIsWell() {
        var quick = new Breaker(50, 4, Duration.ofMillis(50));
        try (var it = new Fleet(settings -> settings.withBreaker(quick))) {
            it.first.fail(500);
            IntStream.range(0, 6).forEach(i -> it.place(HELLO));

            it.first.heal();

            await().atMost(Fleet.WAIT)
                    .untilAsserted(() -> assertThat(it.place(HELLO).instance()).isEqualTo(it.first.instance()));
        }
    }

    @Test
    void returnsToAnInstanceThatComesBackOnItsPort() {
        try (var it = new Fleet()) {
            it.place(HELLO);
            it.first.goDown();
            assertThat(it.place(HELLO).instance()).isEqualTo(it.second.instance());

            it.first.comeBack();

            await().atMost(Fleet.WAIT)
                    .untilAsserted(() -> assertThat(it.place(HELLO).instance()).isEqualTo(it.first.instance()));
        }
    }

    @Test
    void saysOpenForAnInstanceThatIsNotAsked() {
        try (var it = new Fleet()) {
            it.first.goDown();
            IntStream.range(0, 6).forEach(i -> it.place(HELLO));
            it.second.goDown();

            var none = catchThrowableOfType(Judge0Failure.NoInstance.class, () -> it.place(HELLO));

            assertThat(none.reasons().get(it.first.instance())).isInstanceOf(Judge0Failure.Open.class);
        }
    }

    @Test
    void mayRunAJobTwiceWhenTheAnswerIsLost() {
        try (var it = new Fleet(settings -> settings.withTimeout(Fleet.SHORT))) {
            it.first.fail(Fault.hangAfterwards());

            it.place("#judge: job=twice");

            assertThat(it.first.executed("twice")).isOne();
            assertThat(it.second.executed("twice")).isOne();
        }
    }

    @Test
    void skipsAnInstanceThatLacksTheLanguage() {
        try (var it = new Fleet()) {
            var placed = it.fleet
                    .place(judge0 -> judge0.instance().equals(it.first.instance()) ? List.of() : Fleet.runs(HELLO))
                    .block(Fleet.WAIT);

            assertThat(placed).extracting(Placement::instance).isEqualTo(it.second.instance());
        }
    }

    @Test
    void tellsWhenEveryInstanceLacksTheLanguage() {
        try (var it = new Fleet()) {
            var none = catchThrowableOfType(
                    Judge0Failure.NoInstance.class,
                    () -> it.fleet.place(judge0 -> List.of()).block(Fleet.WAIT));

            assertThat(none.reasons()).isEmpty();
            assertThat(none.skipped()).containsExactly(it.first.instance(), it.second.instance());
        }
    }

    @Test
    void triesTheInstanceToAvoidLast() {
        try (var it = new Fleet()) {
            var elsewhere = it.fleet
                    .place(any -> Fleet.runs(HELLO), new Wish(null, it.first.instance()))
                    .block(Fleet.WAIT);
            it.second.goDown();
            var noChoice = it.fleet
                    .place(any -> Fleet.runs(HELLO), new Wish(null, it.first.instance()))
                    .block(Fleet.WAIT);

            assertThat(elsewhere).extracting(Placement::instance).isEqualTo(it.second.instance());
            assertThat(noChoice).extracting(Placement::instance).isEqualTo(it.first.instance());
        }
    }

    @Test
    void findsAnInstanceByName() {
        try (var it = new Fleet()) {
            assertThat(it.fleet.byName(it.second.instance())).isPresent();
            assertThat(it.fleet.byName("elsewhere:2358")).isEmpty();
        }
    }

    @Test
    void metersCallsByInstanceAndOutcome() {
        try (var it = new Fleet()) {
            it.first.fail(500);
            it.place(HELLO);

            var calls = it.meters.get("judgeflow.judge0.calls").tag("call", "submit");
            assertThat(calls.tag("outcome", "broken").timer().count()).isOne();
            assertThat(it.meters
                            .get("judgeflow.judge0.placed")
                            .tag("instance", it.second.instance())
                            .counter()
                            .count())
                    .isOne();
        }
    }
}
