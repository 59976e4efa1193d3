package io.judgeflow.gateway.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

/** One server-sent event, as the bytes of the wire. */
public final class Event {

    /** A comment, which keeps proxies from closing a quiet stream. */
    static final Event BEAT = new Event("", ":\n\n".getBytes(US_ASCII));

    private final String head;
    private final byte[] body;

    private Event(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** Without an id. */
    static Event of(byte[] body) {
        return new Event("", body);
    }

    /** @param body of every stream that sends the same; nobody may change it */
    static Event of(String id, byte[] body) {
        return new Event("id:" + id + "\n", body);
    }

    /** The bytes as they are, without a copy, and on the heap: whatever a client that goes away leaves is just garbage. */
    DataBuffer in(NettyDataBufferFactory buffers) {
        return buffers.wrap(Unpooled.wrappedBuffer(head.getBytes(US_ASCII), body));
    }
}
