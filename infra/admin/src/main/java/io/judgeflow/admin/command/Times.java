package io.judgeflow.admin.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Points in time as operators say them: {@code 2026-11-27T18:00:00Z}, or how long ago: {@code 90m}, {@code 2h}, {@code 1d}. */
public final class Times {

    private static final Pattern AGO = Pattern.compile("\\d{1,6}[smhd]");

    private Times() {}

    /**
     * Reads either.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Instant read(String text, Clock clock) {
        if (AGO.matcher(text).matches()) {
            var upper = text.toUpperCase(Locale.ROOT);
            return clock.instant().minus(Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time such as 2026-11-27T18:00:00Z or 2h (ago)", e);
        }
    }
}
