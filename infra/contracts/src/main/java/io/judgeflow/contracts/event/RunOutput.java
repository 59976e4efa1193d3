package io.judgeflow.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * What a run left behind; null where there is nothing.
 *
 * @param message the judge's remark, such as {@code Exited with error status 1}
 * @param time processor time in seconds
 * @param memory peak memory in KiB
 */
public record RunOutput(
        @Nullable String stdout,
        @Nullable String stderr,
        @Nullable String compileOutput,
        @Nullable String message,
        @Nullable Double time,
        @Nullable Integer memory) {

    /** Nothing at all. */
    public static final RunOutput NOTHING = new RunOutput(null, null, null, null, null, null);

    /** A remark and nothing else. */
    public static RunOutput remark(String message) {
        return new RunOutput(null, null, null, message, null, null);
    }

    /** The same with each text no longer than this many characters, and a marker where one was cut. */
    public RunOutput cut(int characters) {
        return new RunOutput(
                cut(stdout, characters),
                cut(stderr, characters),
                cut(compileOutput, characters),
                cut(message, characters),
                time,
                memory);
    }

    private static @Nullable String cut(@Nullable String text, int characters) {
        if (text == null || text.length() <= characters) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
        return text.substring(0, end) + "\n[cut: " + text.length() + " characters in all]";
    }

    /** Output is the user's own and stays out of logs. */
    @Override
    public String toString() {
        return "RunOutput[time=" + time + ", memory=" + memory + "]";
    }
}
