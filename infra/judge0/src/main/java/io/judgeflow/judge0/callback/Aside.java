package io.judgeflow.judge0.callback;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we tell ourselves by the query of a callback's address, as Judge0 1.13.1 does not say it in the callback, and who is
 * called knows neither the job nor what the instance was configured with. Unsigned, as whoever knows the address may send
 * any report to it. What is no such thing is read as not said.
 *
 * @param sentAt when the run was about to be sent to its instance, to the millisecond
 * @param traceParent as in the header of that name
 * @param memoryLimit what the memory of the run is limited to, in KiB
 */
public record Aside(
        @Nullable Instant sentAt,
        @Nullable String traceParent,
        @Nullable Integer memoryLimit) {

    /** Its names in the query. */
    public static final String SENT_AT = "sent_at";

    public static final String TRACE_PARENT = "traceparent";
    public static final String MEMORY_LIMIT = "memory_limit";

    private static final Pattern KIB = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    /** As it stands in a query. */
    public static Aside of(@Nullable String sentAt, @Nullable String traceParent, @Nullable String memoryLimit) {
        return new Aside(
                sentAt != null && MILLIS.matcher(sentAt).matches()
                        ? Instant.ofEpochMilli(Long.parseLong(sentAt))
                        : null,
                traceParent,
                memoryLimit != null && KIB.matcher(memoryLimit).matches() ? Integer.valueOf(memoryLimit) : null);
    }
}
