package io.judgeflow.judge0;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One program to execute once. A limit of null leaves Judge0's own default in place.
 *
 * @param languageId the id on the instance that gets the run
 * @param sourceCode the program; never in logs
 * @param stdin what the program reads, null for nothing
 * @param expectedOutput null for no comparison; note that Judge0 1.13.1 treats {@code ""} as "must print nothing"
 * @param cpuTimeLimit in seconds
 * @param wallTimeLimit in seconds
 * @param memoryLimit in KiB
 * @param callbackUrl where Judge0 PUTs the result; left out for an instance that has callbacks switched off
 * @param network whether the program may use the network; off unless the operator allowed it
 */
public record Run(
        int languageId,
        String sourceCode,
        @Nullable String stdin,
        @Nullable String expectedOutput,
        @Nullable Double cpuTimeLimit,
        @Nullable Double wallTimeLimit,
        @Nullable Integer memoryLimit,
        @Nullable String callbackUrl,
        boolean network) {

    /** Rejects a run without a program. */
    public Run {
        Objects.requireNonNull(sourceCode, "sourceCode");
    }

    /** A run with Judge0's own limits, no input, no comparison, no callback and no network. */
    public static Run of(int languageId, String sourceCode) {
        return new Run(languageId, sourceCode, null, null, null, null, null, null, false);
    }

    /** The same run reading this text; null for nothing. */
    public Run withStdin(@Nullable String text) {
        return new Run(
                languageId,
                sourceCode,
                text,
                expectedOutput,
                cpuTimeLimit,
                wallTimeLimit,
                memoryLimit,
                callbackUrl,
                network);
    }

    /** The same run compared with this text; null for no comparison. */
    public Run withExpectedOutput(@Nullable String text) {
        return new Run(
                languageId, sourceCode, stdin, text, cpuTimeLimit, wallTimeLimit, memoryLimit, callbackUrl, network);
    }

    /** The same run reporting to this address; null for none. */
    public Run withCallbackUrl(@Nullable String url) {
        return new Run(
                languageId, sourceCode, stdin, expectedOutput, cpuTimeLimit, wallTimeLimit, memoryLimit, url, network);
    }

    /** Of its texts together, in characters. */
    int length() {
        return sourceCode.length()
                + (stdin == null ? 0 : stdin.length())
                + (expectedOutput == null ? 0 : expectedOutput.length());
    }

    /** Says nothing about the program or its input, so that a run may stand in a log line. */
    @Override
    public String toString() {
        return "Run[languageId=" + languageId + ", " + sourceCode.length() + " characters]";
    }
}
