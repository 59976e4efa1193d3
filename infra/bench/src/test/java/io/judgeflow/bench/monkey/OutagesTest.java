package io.judgeflow.bench.monkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutagesTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void areOnlyWhileBothOfAServiceAreDown() {
        var outages = Outages.of(List.of(
                down(new Fault.Kill(Service.SCORER, 1), 10, 30),
                down(new Fault.Freeze(Service.SCORER, 2), 20, 50),
                down(new Fault.Kill(Service.POLLER, 1), 0, 60),
                down(new Fault.KillDatabase(), 0, 60)));
        assertThat(outages.within(at(0), at(60))).isEqualTo(Duration.ofSeconds(10));
        assertThat(outages.within(at(25), at(60))).isEqualTo(Duration.ofSeconds(5));
        assertThat(outages.within(at(30), at(60))).isZero();
    }

    @Test
    void countOnceWhenTwoServicesAreGoneAtTheSameTime() {
        var outages = Outages.of(List.of(
                down(new Fault.Kill(Service.SCORER, 1), 0, 20),
                down(new Fault.Kill(Service.SCORER, 2), 0, 20),
                down(new Fault.Kill(Service.GATEWAY, 1), 10, 30),
                down(new Fault.Kill(Service.GATEWAY, 2), 10, 30)));
        assertThat(outages.within(at(0), at(60))).isEqualTo(Duration.ofSeconds(30));
    }

    private static Injected down(Fault fault, int from, int to) {
        return new Injected(new Injection(Duration.ZERO, fault, Duration.ZERO), at(from), at(to));
    }

    private static Instant at(int second) {
        return BEGIN.plusSeconds(second);
    }
}
