package io.judgeflow.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.bench.Quarters;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Measure HEAP = new Measure("scorer", "heap", 5);

    @Test
    void whatFillsUpInTheFirstHalfAndThenStaysIsFlat() {
        var values = LongStream.range(0, 100)
                .map(i -> Math.min(i, 40) + i % 3)
                .boxed()
                .toList();

        assertThat(Course.isFlat(HEAP, values)).isTrue();
    }

    @Test
    void whatGoesOnGrowingIsNot() {
        var values = LongStream.range(0, 100).boxed().toList();

        assertThat(Course.isFlat(HEAP, values)).isFalse();
        assertThat(Quarters.of(values).medians()).isEqualTo(List.of(12L, 37L, 62L, 87L));
    }

    @Test
    void whatIsSmallMayGrowByItsSlack() {
        var values = LongStream.range(0, 100).map(i -> i / 20).boxed().toList();

        assertThat(Course.isFlat(HEAP, values)).isTrue();
    }
}
