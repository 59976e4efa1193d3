package io.judgeflow.realtime.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=eq.ABC-1          | uuid | abc-1 | true",
                "id=eq.abc-2          | uuid | abc-1 | false",
                "name=eq.a.b=c        | text | a.b=c | true",
                "score=eq.30.0        | int4 | 30    | true",
                "score=neq.30         | int4 | 30    | false",
                "score=lt.100         | int4 | 30    | true",
                "score=lte.30         | int4 | 30    | true",
                "score=gt.4           | int4 | 30    | true",
                "score=gte.31         | int4 | 30    | false",
                "status=in.(done, error) | text | error | true",
                "status=in.(done, error) | text | running | false",
                "flag=eq.true         | bool | t     | true",
            })
    void comparesAsTheDatabaseDoes(String filter, String type, String value, boolean accepted) {
        assertThat(Filter.parse(filter).accepts(type, value)).isEqualTo(accepted);
    }

    @Test
    void neverAcceptsNull() {
        assertThat(Filter.parse("score=neq.3").accepts("int4", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", "id=", "=eq.1", "id=like.x", "id=in.1,2"})
    void refusesWhatIsNoFilter(String text) {
        assertThatThrownBy(() -> Filter.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
