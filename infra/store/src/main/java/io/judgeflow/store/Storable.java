package io.judgeflow.store;

import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL takes it: U+0000, which it refuses in {@code text} and {@code jsonb}, and lone surrogates, which
 * are no UTF-8, each become U+FFFD. Programs print both.
 */
final class Storable {

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
