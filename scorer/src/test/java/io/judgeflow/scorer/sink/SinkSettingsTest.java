package io.judgeflow.scorer.sink;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SinkSettingsTest {

    private static final DataSize WINDOW = DataSize.ofMegabytes(1);

    @Test
    void refusesABatchThatNeverFillsBecauseTheWindowIsSmaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SinkSettings(true, 10, Duration.ofMillis(20), 9, WINDOW));
    }

    @Test
    void refusesNotToLinger() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SinkSettings(true, 10, Duration.ZERO, 10, WINDOW));
        assertThatIllegalArgumentException()
                .as("which the brokers' client takes for nothing")
                .isThrownBy(() -> new SinkSettings(true, 10, Duration.ofNanos(999_999), 10, WINDOW));
    }
}
