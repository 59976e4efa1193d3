package io.judgeflow.bench.monkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final Duration LENGTH = Duration.ofMinutes(10);

    @Test
    void isTheSameForTheSameSeedAndOnlyForThat() {
        assertThat(Plan.of(1, LENGTH)).isEqualTo(Plan.of(1, LENGTH));
        assertThat(Plan.of(2, LENGTH).injections())
                .isNotEqualTo(Plan.of(1, LENGTH).injections());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void hitsNobodyWhoIsStillDownNorTwoBrokersAtOnce(long seed) {
        var down = new HashMap<String, Duration>();
        for (var injection : Plan.of(seed, LENGTH).injections()) {
            var until = down.put(injection.fault().victim(), injection.end());
            assertThat(until == null || until.compareTo(injection.at()) < 0).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void knowsEveryKindOfFaultAndIsOverWhenTheLoadEnds(long seed) {
        var injections = Plan.of(seed, LENGTH).injections();
        assertThat(injections).allMatch(injection -> injection.end().compareTo(LENGTH) <= 0);
        var kinds =
                injections.stream().map(injection -> injection.fault().kind()).collect(Collectors.toSet());
        assertThat(kinds).hasSize(FaultKind.all().size());
    }
}
