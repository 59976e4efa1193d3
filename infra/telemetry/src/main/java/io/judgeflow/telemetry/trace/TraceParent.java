package io.judgeflow.telemetry.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
    private static final String VERSION = "00-";
    private static final String ZEROS = "0".repeat(32);
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    /** A new one, which nobody has said to sample. */
    public static TraceParent random() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new TraceParent("00-" + hex.toHexDigits(1 | random.nextLong()) + hex.toHexDigits(random.nextLong()) + "-"
                + hex.toHexDigits(1 | random.nextLong()) + "-00");
    }

    /** What somebody else said; empty for nothing, and for what is none. */
    public static Optional<TraceParent> of(@Nullable String text) {
        return text != null && isOne(text) ? Optional.of(new TraceParent(text)) : Optional.empty();
    }

    /** Without a regular expression: every record of every topic is asked. */
    private static boolean isOne(String text) {
        return text.length() == LENGTH
                && text.startsWith(VERSION)
                && text.charAt(SPAN - 1) == '-'
                && text.charAt(FLAGS - 1) == '-'
                && isId(text, VERSION.length(), SPAN - 1)
                && isId(text, SPAN, FLAGS - 1)
                && isHex(text, FLAGS, LENGTH);
    }

    /** Of zeros only it says that there is none. */
    private static boolean isId(String text, int from, int to) {
        return isHex(text, from, to) && !ZEROS.regionMatches(0, text, from, to - from);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
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
        return value.substring(VERSION.length(), SPAN - 1);
    }

    /** The span's id, 16 hexadecimal digits. */
    String spanId() {
        return value.substring(SPAN, FLAGS - 1);
    }
}
