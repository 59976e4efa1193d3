package io.judgeflow.gateway.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

/**
 * One server-sent event, as the bytes of the wire.
 *
 * @param head of this stream
 * @param body of every stream that sends the same
 */
record Event(byte[] head, byte[] body) {

    /** A comment, which keeps proxies from closing a quiet stream. */
    static final Event BEAT = new Event(new byte[0], ":\n\n".getBytes(US_ASCII));

    static Event of(String id, byte[] body) {
        return new Event(("id:" + id + "\n").getBytes(US_ASCII), body);
    }

    /** The bytes as they are, without a copy. */
    DataBuffer in(DataBufferFactory buffers) {
        return head.length == 0
                ? buffers.wrap(body)
                : buffers.join(List.of(buffers.wrap(head), buffers.wrap(body)));
    }
}
