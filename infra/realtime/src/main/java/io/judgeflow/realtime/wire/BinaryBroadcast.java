package io.judgeflow.realtime.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Broadcasts on 2.0.0: a kind, lengths of one byte each, an encoding, then the parts without anything between them.
 * supabase-js 2.109.0, realtime-js {@code lib/serializer}.
 */
final class BinaryBroadcast {

    private static final byte FROM_CLIENT = 3;
    private static final byte FROM_SERVER = 4;
    private static final byte JSON = 1;
    private static final int HEADER_BYTES = 5;
    private static final int LONGEST = 255;

    private BinaryBroadcast() {}

    static Frame write(String topic, Broadcast broadcast) {
        var name = part(topic);
        var event = part(broadcast.event());
        var meta = Protocol.bytes(JsonNodeFactory.instance.objectNode().put("id", broadcast.id()));
        var payload = Protocol.bytes(broadcast.payload());
        var frame = ByteBuffer.allocate(HEADER_BYTES + name.length + event.length + meta.length + payload.length)
                .put(FROM_SERVER)
                .put((byte) name.length)
                .put((byte) event.length)
                .put((byte) meta.length)
                .put(JSON)
                .put(name)
                .put(event)
                .put(meta)
                .put(payload);
        return new Frame.Binary(frame.flip().asReadOnlyBuffer());
    }

    /** Without what it says, which nobody wants to know. */
    static Envelope read(ByteBuffer bytes) {
        try {
            if (bytes.get() != FROM_CLIENT) {
                throw new IllegalArgumentException("there is no such binary message");
            }
            var joinRefLength = Byte.toUnsignedInt(bytes.get());
            var refLength = Byte.toUnsignedInt(bytes.get());
            var topicLength = Byte.toUnsignedInt(bytes.get());
            bytes.position(bytes.position() + 3); // lengths of event and metadata, encoding
            var joinRef = text(bytes, joinRefLength);
            var ref = text(bytes, refLength);
            return new Envelope(
                    joinRef,
                    ref,
                    String.valueOf(text(bytes, topicLength)),
                    "broadcast",
                    JsonNodeFactory.instance.objectNode());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a binary message is cut short or of no known kind", e);
        }
    }

    private static @Nullable String text(ByteBuffer bytes, int length) {
        var text = new byte[length];
        bytes.get(text);
        return length == 0 ? null : new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] part(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a topic or event is longer than " + LONGEST + " bytes");
        }
        return bytes;
    }
}
