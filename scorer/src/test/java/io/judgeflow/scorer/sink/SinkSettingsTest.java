package io.judgeflow.scorer.sink;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {

    @Test
    void refusesABatchThatNeverFillsBecauseTheWindowIsSmaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SinkSettings(true, 10, Duration.ofMillis(20), 9));
    }

    @Test
    void refusesNotToLinger() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SinkSettings(true, 10, Duration.ZERO, 10));
    }
}
