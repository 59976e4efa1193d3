package io.judgeflow.testkit.judge0;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts the way Judge0 1.13.1 stores, encodes and compares them. */
final class Texts {

    private static final byte[] LINE_FEED = {'\n'};

    private Texts() {}

    /** Ruby's encode64: a line feed after every 60 characters and at the end. Nothing becomes null. */
    static @Nullable String encode(byte[] bytes) {
        return bytes.length == 0 ? null : Base64.getMimeEncoder(60, LINE_FEED).encodeToString(bytes) + "\n";
    }

    static @Nullable String encode(@Nullable String text) {
        return text == null ? null : encode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ruby's decode64: what is not base64 is skipped, and nothing is ever an error. */
    static String decode(String encoded) {
        var clean = encoded.replaceAll("[^A-Za-z0-9+/]", "");
        var whole = clean.length() % 4 == 1 ? clean.substring(0, clean.length() - 1) : clean;
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
    }

    /** Equal but for white space at the ends of lines and at the end. */
    static boolean same(String printed, String expected) {
        return trimmed(printed).equals(trimmed(expected));
    }

    private static String trimmed(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
