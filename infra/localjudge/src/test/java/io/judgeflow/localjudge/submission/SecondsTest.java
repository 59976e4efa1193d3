package io.judgeflow.localjudge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondsTest {

    @ParameterizedTest
    @CsvSource({"5, 5.0", "0.020, 0.02", "0.000, 0.0", "10, 10.0", "1.25, 1.25", "1e1, 10.0"})
    void alwaysHaveOneDecimalButNoFurtherZeros(String value, String text) {
        assertThat(Seconds.text(new BigDecimal(value))).isEqualTo(text);
    }
}
