package io.judgeflow.admin.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "90m, 2026-11-27T10:30:00Z",
        "2h, 2026-11-27T10:00:00Z",
        "1d, 2026-11-26T12:00:00Z",
        "30s, 2026-11-27T11:59:30Z",
        "2026-11-27T09:00:00Z, 2026-11-27T09:00:00Z",
        "2026-11-27T09:00:00+01:00, 2026-11-27T08:00:00Z"
    })
    void readsAPointInTimeOrHowLongAgo(String text, Instant time) {
        assertThat(Times.read(text, NOON)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "-1h", "1w", "2026-11-27", "2026-11-27T09:00:00"})
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> Times.read(text, NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
