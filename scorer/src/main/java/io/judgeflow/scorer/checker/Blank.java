package io.judgeflow.scorer.checker;

/** White space as Judge0 1.13.1 strips it from the ends of lines: that of ASCII, and U+0000. */
final class Blank {

    private Blank() {}

    static boolean is(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
    }

    /** The end of a part of a text without the blanks that it ends in. */
    static int endOf(String text, int from, int to) {
        int end = to;
        while (end > from && is(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
