package io.judgeflow.scorer.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.RunOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryLimitTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            137, -, 64000,  64000,  -,     true
            137, -, 63999,  64000,  -,     true
            137, -, 60000,  64000,  -,     false
            -,   9, 64000,  64000,  -,     true
            0,   9, 64000,  64000,  -,     true
            1,   -, 64000,  64000,  -,     false
            134, -, 64000,  64000,  -,     false
            -,   -, 64000,  64000,  -,     false
            137, -, -,      64000,  -,     false
            137, -, 64000,  -,      64000, true
            137, -, 64000,  -,      -,     false
            137, -, 128000, -,      -,     true
            137, -, 64000,  128000, 64000, false
            """)
    void isKilledWithItsMemoryAtTheLimit(ArgumentsAccessor row) {
        var output = new RunOutput(
                null,
                null,
                null,
                null,
                0.1,
                row.getInteger(2),
                row.getInteger(0),
                row.getInteger(1),
                row.getInteger(3),
                null);
        assertThat(MemoryLimit.reached(output, row.getInteger(4))).isEqualTo(row.getBoolean(5));
    }
}
