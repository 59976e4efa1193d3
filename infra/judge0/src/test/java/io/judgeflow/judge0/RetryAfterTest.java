package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.in("120", NOON)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.in(" 0 ", NOON)).isZero();
    }

    @Test
    void readsADate() {
        assertThat(RetryAfter.in("Fri, 2 Jan 2026 12:00:30 GMT", NOON)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.in("Fri, 02 Jan 2026 11:00:00 GMT", NOON)).isZero();
    }

    @Test
    void waitsAnHourAtMost() {
        assertThat(RetryAfter.in("99999999999999999999", NOON)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryAfter.in("9000", NOON)).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "soon", "-5", "1.5"})
    void ignoresWhatItCannotRead(String header) {
        assertThat(RetryAfter.in(header, NOON)).isNull();
    }
}
