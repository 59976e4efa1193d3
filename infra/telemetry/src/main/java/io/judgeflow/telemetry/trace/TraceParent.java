package io.judgeflow.telemetry.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * The place in a trace that a job belongs to (W3C Trace Context, version 00): the request, or whatever submitted it. It
 * goes on unchanged through every record to the results, so that all spans of the job lie side by side under it. Within
 * a service it travels in Reactor's context.
 *
 * @param value such as {@code 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01}
 */
public record TraceParent(String value) {

    /** Its name, in HTTP and on the topics. */
    public static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** A new one, which nobody has said to sample. */
    public static TraceParent random() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new TraceParent("00-" + hex.toHexDigits(1 | random.nextLong()) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(1 | random.nextLong()) + "-00");
    }

    /** What somebody else said; empty for nothing, and for what is none. */
    public static Optional<TraceParent> of(@Nullable String text) {
        return text != null && text.length() == LENGTH && FORM.matcher(text).matches()
                ? Optional.of(new TraceParent(text))
                : Optional.empty();
    }

    /** That of the work at hand. */
    public static Optional<TraceParent> of(ContextView context) {
        return context.getOrEmpty(TraceParent.class);
    }

    /** Whether its spans are wanted. */
    public boolean sampled() {
        return (HexFormat.fromHexDigit(value.charAt(LENGTH - 1)) & 1) == 1;
    }

    /** The trace's id, 32 hexadecimal digits. */
    String traceId() {
        return value.substring(3, 35);
    }

    /** The span's id, 16 hexadecimal digits. */
    String spanId() {
        return value.substring(36, 52);
    }
}
