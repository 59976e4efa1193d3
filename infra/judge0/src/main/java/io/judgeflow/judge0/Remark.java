package io.judgeflow.judge0;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Judge0 1.13.1 says of a run's end in words only, where it leaves out the numbers: a callback has no exit code. */
final class Remark {

    private static final Pattern EXITED = Pattern.compile("Exited with error status (\\d{1,3})");
    private static final Pattern KILLED = Pattern.compile("Caught fatal signal (\\d{1,3})");

    private Remark() {}

    /** Null when it names none. */
    static @Nullable Integer exitCode(@Nullable String message) {
        return number(EXITED, message);
    }

    /** Null when it names none. */
    static @Nullable Integer signal(@Nullable String message) {
        return number(KILLED, message);
    }

    private static @Nullable Integer number(Pattern pattern, @Nullable String message) {
        if (message == null) {
            return null;
        }
        var match = pattern.matcher(message);
        return match.matches() ? Integer.valueOf(match.group(1)) : null;
    }
}
