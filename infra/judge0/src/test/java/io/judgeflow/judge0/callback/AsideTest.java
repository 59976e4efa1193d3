package io.judgeflow.judge0.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsideTest {

    @ParameterizedTest
    @CsvSource({",", "64000, 64000", "0,", "-1,", "12345678901,", "many,"})
    void takesAMemoryLimitOnlyWhereItIsOne(@Nullable String said, @Nullable Integer limit) {
        assertThat(Aside.of(null, null, said).memoryLimit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({",", "1764230400123, 1764230400123", "-1,", "1764230400.5,", "9999999999999999,", "today,"})
    void takesATimeOnlyWhereItIsOne(@Nullable String said, @Nullable Long millis) {
        assertThat(Aside.of(said, null, null).sentAt()).isEqualTo(millis == null ? null : Instant.ofEpochMilli(millis));
    }

    @Test
    void saysNothingWhereNothingWasSaid() {
        assertThat(Aside.of(null, null, null)).isEqualTo(new Aside(null, null, null));
    }
}
