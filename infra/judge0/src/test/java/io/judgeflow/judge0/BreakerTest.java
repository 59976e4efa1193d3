package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {

    @Test
    void triesSoonAfterTheFirstFailuresAndLessOftenWhileTheyGoOn() {
        var breaker = new Breaker(50, 20, Duration.ofSeconds(10));
        assertThat(IntStream.of(1, 2, 3, 4, 5, 1_000).mapToLong(breaker::pause))
                .containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
        assertThat(new Breaker(50, 20, Duration.ofMillis(1)).pause(1)).isEqualTo(1);
    }
}
