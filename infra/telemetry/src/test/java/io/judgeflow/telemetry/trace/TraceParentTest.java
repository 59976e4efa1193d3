package io.judgeflow.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void takesWhatIsValidAsItIs() {
        assertThat(TraceParent.of(GIVEN)).contains(new TraceParent(GIVEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0\n"
            })
    void takesNothingElse(String text) {
        assertThat(TraceParent.of(text)).isEmpty();
    }

    @Test
    void makesValidOnesThatDiffer() {
        var made = Stream.generate(TraceParent::random).limit(1000).toList();
        assertThat(made)
                .doesNotHaveDuplicates()
                .allMatch(each -> TraceParent.of(each.value()).isPresent());
    }

    @Test
    void isSampledWhereItsLastBitSaysSo() {
        assertThat(new TraceParent(GIVEN).sampled()).isTrue();
        assertThat(new TraceParent(GIVEN.replace("-01", "-02")).sampled()).isFalse();
        assertThat(TraceParent.random().sampled()).isFalse();
    }
}
