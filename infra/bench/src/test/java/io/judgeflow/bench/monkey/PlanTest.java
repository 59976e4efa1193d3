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
        assertThat(Plan.of(2, LENGTH).strikes()).isNotEqualTo(Plan.of(1, LENGTH).strikes());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void hitsNobodyWhoIsStillDownNorTwoBrokersAtOnce(long seed) {
        var down = new HashMap<String, Duration>();
        for (var strike : Plan.of(seed, LENGTH).strikes()) {
            var until = down.put(strike.blow().victim(), strike.end());
            assertThat(until == null || until.compareTo(strike.at()) < 0).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void knowsEveryKindOfBlowAndIsOverWhenTheLoadEnds(long seed) {
        var strikes = Plan.of(seed, LENGTH).strikes();
        assertThat(strikes).allMatch(strike -> strike.end().compareTo(LENGTH) <= 0);
        var kinds = strikes.stream().map(strike -> strike.blow().kind()).collect(Collectors.toSet());
        assertThat(kinds).hasSize(Card.deck().size());
    }
}
