package io.judgeflow.localjudge.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a submission at one moment. Output that is empty is null.
 *
 * @param message why it failed, in Judge0's words
 * @param measured null before the run and when it was never run
 * @param finishedAt null before the end
 */
public record Result(
        Status status,
        @Nullable RawText stdout,
        @Nullable RawText stderr,
        @Nullable RawText compileOutput,
        @Nullable RawText message,
        @Nullable Measured measured,
        @Nullable Instant finishedAt) {

    public Result {
        stdout = orNull(stdout);
        stderr = orNull(stderr);
        compileOutput = orNull(compileOutput);
    }

    public static Result unfinished(Status status) {
        return new Result(status, null, null, null, null, null, null);
    }

    public static Result compilationError(RawText output) {
        return new Result(Status.COMPILATION_ERROR, null, null, output, null, null, null);
    }

    public static Result internalError(String message) {
        return new Result(Status.INTERNAL_ERROR, null, null, null, RawText.of(message), null, null);
    }

    public Result finishedAt(Instant instant) {
        return new Result(status, stdout, stderr, compileOutput, message, measured, instant);
    }

    long weight() {
        return length(stdout) + length(stderr) + length(compileOutput);
    }

    private static @Nullable RawText orNull(@Nullable RawText text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static long length(@Nullable RawText text) {
        return text == null ? 0 : text.latin1().length();
    }
}
