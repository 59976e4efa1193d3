package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind; null where there is nothing.
 *
 * @param message the judge's remark, such as {@code Exited with error status 1}
 * @param time processor time in seconds
 * @param memory peak memory in KiB
 * @param exitCode Judge0 1.13.1: 0 also after a time limit or a signal, so never a sign of success; 128 + n mostly says
 *     that the program died of signal n
 * @param exitSignal the signal that ended it; Judge0 1.13.1 seldom says
 * @param memoryLimit what the memory was limited to, in KiB, where that is known
 * @param stdoutCut true when stdout is not all that the program printed; null when it is
 */
public record RunOutput(
        @Nullable String stdout,
        @Nullable String stderr,
        @Nullable String compileOutput,
        @Nullable String message,
        @Nullable Double time,
        @Nullable Integer memory,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer exitCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer exitSignal,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer memoryLimit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean stdoutCut) {

    /** What was printed and what it took; nothing of how the program ended. */
    public RunOutput(
            @Nullable String stdout,
            @Nullable String stderr,
            @Nullable String compileOutput,
            @Nullable String message,
            @Nullable Double time,
            @Nullable Integer memory) {
        this(stdout, stderr, compileOutput, message, time, memory, null, null, null, null);
    }

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
                memory,
                exitCode,
                exitSignal,
                memoryLimit,
                fits(stdout, characters) ? stdoutCut : Boolean.TRUE);
    }

    /** The same, and why its verdict is what it is, unless the judge had something to remark itself. */
    public RunOutput remarking(String remark) {
        return new RunOutput(
                stdout,
                stderr,
                compileOutput,
                message == null ? remark : message,
                time,
                memory,
                exitCode,
                exitSignal,
                memoryLimit,
                stdoutCut);
    }

    /** False when it is known that the program printed more than stdout holds. */
    @JsonIgnore
    public boolean whole() {
        return !Boolean.TRUE.equals(stdoutCut);
    }

    /** Of its texts together, in characters. */
    public long length() {
        return length(stdout) + length(stderr) + length(compileOutput) + length(message);
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static boolean fits(@Nullable String text, int characters) {
        return text == null || text.length() <= characters;
    }

    private static @Nullable String cut(@Nullable String text, int characters) {
        if (text == null || fits(text, characters)) {
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
