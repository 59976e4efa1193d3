package io.judgeflow.kafka.header;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.judgeflow.telemetry.trace.TraceParent;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** The header that says which trace a record belongs to. */
public final class TraceHeader {

    private TraceHeader() {}

    /** What a record says; empty for nothing, and for what is none. */
    public static Optional<TraceParent> of(Headers headers) {
        var header = headers.lastHeader(TraceParent.HEADER);
        return header == null || header.value() == null
                ? Optional.empty()
                : TraceParent.of(new String(header.value(), US_ASCII));
    }

    /** Puts it among the headers of a record. */
    public static void put(Headers headers, TraceParent trace) {
        headers.add(TraceParent.HEADER, trace.value().getBytes(US_ASCII));
    }
}
