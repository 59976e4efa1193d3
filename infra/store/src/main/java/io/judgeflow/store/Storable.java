package io.judgeflow.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Values as PostgreSQL takes them. In text, U+0000, which it refuses in {@code text} and {@code jsonb}, and lone
 * surrogates, which are no UTF-8, each become U+FFFD: programs print both. A time that it does not have is refused before
 * the driver sees it: r2dbc-postgresql 1.1.3 does not release what it has encoded of a statement when the next value fails.
 */
final class Storable {

    /** PostgreSQL has some before, which the driver takes for times of our era when it reads them. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** Of {@code timestamptz}. */
    static final Instant LATEST = Instant.parse("+294276-12-31T23:59:59.999999Z");

    private static final char REPLACEMENT = '\uFFFD';

    private Storable() {}

    static @Nullable String text(@Nullable String text) {
        if (text == null || firstUnstorable(text, 0) == text.length()) {
            return text;
        }
        var storable = new StringBuilder(text);
        for (int i = firstUnstorable(text, 0); i < text.length(); i = firstUnstorable(text, i + 1)) {
            storable.setCharAt(i, REPLACEMENT);
        }
        return storable.toString();
    }

    /** The same; fails with {@link Unstorable} when it cannot be kept. */
    static Instant time(Instant at) {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new Unstorable("a time is not between the years 1 and 294276");
        }
        return at;
    }

    private static int firstUnstorable(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point == 0 || (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point))) {
                return i;
            }
            i += Character.charCount(point);
        }
        return i;
    }
}
