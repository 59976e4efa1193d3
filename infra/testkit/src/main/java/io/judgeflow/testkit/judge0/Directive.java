package io.judgeflow.testkit.judge0;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a program when it begins with {@code #judge:}; a comment to every real judge. Words are separated by
 * spaces, values hold none.
 *
 * <p>{@code job=x} counts executions under x · {@code status=5} · {@code time=0.2} seconds · {@code memory=3000} KiB ·
 * {@code queue=1s} in status 1 · {@code run=500ms} in status 2 · {@code stuck=queue} or {@code stuck=processing} for
 * ever · {@code lost} the token is unknown at once · {@code reject=too_long} a 422 with these words · {@code bytes=x}
 * standard output in base64 · {@code callback=0} none, {@code callback=3} three times.
 */
record Directive(Map<String, String> words) {

    private static final String MARK = "#judge:";

    static Directive of(String source) {
        if (!source.startsWith(MARK)) {
            return new Directive(Map.of());
        }
        var end = source.indexOf('\n');
        var line = source.substring(MARK.length(), end < 0 ? source.length() : end);
        return new Directive(Arrays.stream(line.strip().split("\\s+"))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(
                        word -> word[0], word -> word.length == 1 ? "" : word[1], (first, second) -> second)));
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    @Nullable
    String text(String word) {
        return words.get(word);
    }

    int number(String word, int otherwise) {
        var text = words.get(word);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** {@code 500ms} or {@code 2s}. */
    Duration duration(String word, Duration otherwise) {
        var text = words.get(word);
        if (text == null) {
            return otherwise;
        }
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
    }
}
