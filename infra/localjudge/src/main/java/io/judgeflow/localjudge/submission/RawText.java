package io.judgeflow.localjudge.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as bytes in no particular encoding: what a program is made of, reads and writes. Judge0 1.13.1 treats it so too
 * (binary strings).
 *
 * @param latin1 one character per byte
 */
public record RawText(String latin1) {

    private static final int LINE_LENGTH = 60;
    private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'});
    private static final Pattern OUTSIDE_ALPHABET = Pattern.compile("[^A-Za-z0-9+/=]");
    /** What Ruby strips. */
    private static final String WHITE_SPACE = "\0\t\n\u000b\f\r ";

    public static RawText of(byte[] bytes) {
        return new RawText(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    public static RawText of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Decodes as leniently as Ruby does: what is not base64 is skipped, and it is never an error. */
    public static RawText ofBase64(String encoded) {
        var letters = OUTSIDE_ALPHABET.matcher(encoded).replaceAll("");
        int padding = letters.indexOf('=');
        var unpadded = padding < 0 ? letters : letters.substring(0, padding);
        int whole = unpadded.length() % 4 == 1 ? unpadded.length() - 1 : unpadded.length();
        return of(Base64.getDecoder().decode(unpadded.substring(0, whole)));
    }

    /** Base64 with a line feed after every 60 characters and at the end; nothing for nothing. */
    public String toBase64() {
        return latin1.isEmpty() ? "" : ENCODER.encodeToString(bytes()) + "\n";
    }

    public byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Judge0 1.13.1 cannot put anything else into JSON without base64, not even valid UTF-8. */
    public boolean isAscii() {
        return latin1.chars().allMatch(character -> character < 0x80);
    }

    public boolean isEmpty() {
        return latin1.isEmpty();
    }

    public boolean isBlank() {
        return latin1.isBlank();
    }

    /** Judge0 1.13.1: equal but for white space at the end of lines and at the end of all. */
    public boolean matches(RawText expected) {
        return stripped().equals(expected.stripped());
    }

    private String stripped() {
        var lines = Arrays.stream(latin1.split("\n", -1)).map(RawText::stripEnd);
        return stripEnd(lines.collect(Collectors.joining("\n")));
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && WHITE_SPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
