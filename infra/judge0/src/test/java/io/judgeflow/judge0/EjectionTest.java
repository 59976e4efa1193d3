package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class EjectionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Ejection RULE = new Ejection(3, Duration.ofSeconds(30), Duration.ofSeconds(10));

    private final Conduct conduct = new Conduct(RULE);

    @Test
    void ejectsForAWhileAfterSeveralFailures() {
        assertThat(conduct.failed(NOW)).isFalse();
        assertThat(conduct.failed(NOW)).isFalse();
        assertThat(conduct.failed(NOW)).isTrue();
        assertThat(conduct.ejectedUntil(NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(conduct.ejectedUntil(NOW.plusSeconds(10))).isNull();
    }

    @Test
    void beginsAnewAfterTheWindowAndAfterAnEjection() {
        conduct.failed(NOW);
        conduct.failed(NOW);
        assertThat(conduct.failed(NOW.plusSeconds(31))).isFalse();
        conduct.failed(NOW.plusSeconds(31));
        assertThat(conduct.failed(NOW.plusSeconds(31))).isTrue();
        assertThat(conduct.failed(NOW.plusSeconds(45))).isFalse();
    }

    @Test
    void forgivesAFewAmongMany() {
        conduct.placed(1_000, NOW);
        IntStream.range(0, 99).forEach(i -> assertThat(conduct.failed(NOW)).isFalse());
        assertThat(conduct.failed(NOW)).isTrue();
    }

    @Test
    void refusesARuleThatEjectsAlwaysOrNeverEnds() {
        assertThatThrownBy(() -> new Ejection(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("failures");
        assertThatThrownBy(() -> new Ejection(1, Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessageContaining("window");
    }

    @Test
    void triesAnEjectedInstanceLastAndStillWhereThereIsNoOther() {
        try (var it = new Fleet()) {
            IntStream.range(0, 5).forEach(i -> it.fleet.failed(it.first.instance()));
            it.fleet.failed("nobody:1");

            assertThat(it.place("echo 1").instance()).isEqualTo(it.second.instance());
            assertThat(it.meters
                            .get("judgeflow.judge0.ejected")
                            .tag("instance", it.first.instance())
                            .gauge()
                            .value())
                    .isEqualTo(1);
            it.second.goDown();
            assertThat(it.place("echo 2").instance()).isEqualTo(it.first.instance());
        }
    }

    @Test
    void tellsHowEachInstanceStands() {
        try (var it = new Fleet()) {
            var health = new Judge0Health(it.fleet, instance -> Map.of("languages", 47));
            IntStream.range(0, 5).forEach(i -> it.fleet.failed(it.first.instance()));
            it.second.goDown();

            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails().get(it.first.instance()))
                    .asString()
                    .contains("CLOSED", "ejectedUntil", "languages=47");

            it.first.goDown();
            IntStream.range(0, 6)
                    .forEach(i ->
                            assertThatThrownBy(() -> it.place("echo 1")).isInstanceOf(Judge0Failure.NoInstance.class));
            assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.health().getDetails().get(it.second.instance()))
                    .asString()
                    .contains("OPEN");
        }
    }
}
