package io.judgeflow.judge0;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** Nobody means longer; a slip of the other side must not park jobs for days. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** How long to wait, from nothing to an hour; null when the header is absent or unreadable. */
    static @Nullable Duration in(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return null;
        }
        var text = header.strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 4 ? LONGEST : within(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return within(Duration.between(clock.instant(), date));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
