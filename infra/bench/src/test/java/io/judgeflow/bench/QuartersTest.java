package io.judgeflow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuartersTest {

    @Test
    void areMediansOfAsManySamplesEach() {
        var quarters = Quarters.of(List.of(9L, 1L, 2L, 5L, 3L, 4L, 8L, 6L, 7L, 0L, 9L, 9L));

        assertThat(quarters.medians()).isEqualTo(List.of(2L, 4L, 7L, 9L));
        assertThat(quarters.before()).isEqualTo(7);
        assertThat(quarters.last()).isEqualTo(9);
    }

    @Test
    void oneSampleIsNoGrowth() {
        assertThat(Quarters.of(List.of(5L)).medians()).isEqualTo(List.of(5L, 5L, 5L, 5L));
        assertThat(Quarters.of(List.of(5L, 6L)).medians()).isEqualTo(List.of(5L, 5L, 6L, 6L));
    }
}
