package io.judgeflow.realtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int8        | 9007199254740993              | 9007199254740993",
                "float8      | 0.25                          | 0.25",
                "float8      | NaN                           | \"NaN\"",
                "bool        | t                             | true",
                "bool        | f                             | false",
                "jsonb       | {\"a\": [1, null]}            | {\"a\":[1,null]}",
                "timestamptz | 2026-11-22 21:37:43.247123+00 | \"2026-11-22T21:37:43.247123+00:00\"",
                "timestamp   | 2026-11-22 21:37:43           | \"2026-11-22T21:37:43\"",
                "uuid        | 0191-a                        | \"0191-a\"",
                "interval    | 1 day                         | \"1 day\"",
            })
    void isWhatTheDatabaseItselfWouldMakeOfIt(String type, String text, String json) {
        assertThat(TypedJson.of(type, text).toString()).isEqualTo(json);
    }

    @Test
    void hasNull() {
        assertThat(TypedJson.of("text", null).isNull()).isTrue();
    }
}
