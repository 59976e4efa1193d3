package io.judgeflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void countsFromWhenSomethingWasMeantToBegin() {
        var meant = LongStream.rangeClosed(1, 100).toArray();
        var seen = LongStream.rangeClosed(1, 100).map(i -> i + i * MILLISECOND).toArray();

        var latencies = Latencies.between(meant, seen);

        assertThat(latencies.at(0.5)).isEqualTo(50);
        assertThat(latencies.at(0.99)).isEqualTo(99);
        assertThat(latencies.at(1)).isEqualTo(100);
    }
}
