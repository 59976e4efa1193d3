package io.judgeflow.realtime.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** How messages are written. */
public enum Protocol {

    /** Objects. */
    V1 {
        @Override
        JsonNode shape(Envelope message) {
            var shape = NODES.objectNode();
            shape.put("topic", message.topic());
            shape.put("event", message.event());
            shape.set("payload", message.payload());
            shape.put("ref", message.ref());
            if (message.joinRef() != null) {
                shape.put("join_ref", message.joinRef());
            }
            return shape;
        }

        @Override
        Envelope envelope(JsonNode shape) {
            return parts(
                    shape.path("join_ref"),
                    shape.path("ref"),
                    shape.path("topic"),
                    shape.path("event"),
                    shape.path("payload"));
        }

        @Override
        public Frame write(String topic, Broadcast broadcast) {
            var payload = NODES.objectNode().put("type", "broadcast").put("event", broadcast.event());
            payload.set("payload", broadcast.payload());
            payload.putObject("meta").put("id", broadcast.id());
            return write(new Envelope(null, null, topic, "broadcast", payload));
        }
    },

    /** Arrays; broadcasts are binary. */
    V2 {
        @Override
        JsonNode shape(Envelope message) {
            return NODES.arrayNode()
                    .add(message.joinRef())
                    .add(message.ref())
                    .add(message.topic())
                    .add(message.event())
                    .add(message.payload());
        }

        @Override
        Envelope envelope(JsonNode shape) {
            return parts(shape.path(0), shape.path(1), shape.path(2), shape.path(3), shape.path(4));
        }

        @Override
        public Frame write(String topic, Broadcast broadcast) {
            return BinaryBroadcast.write(topic, broadcast);
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * By its number in the address.
     *
     * @param version null stands for 1.0.0
     * @throws IllegalArgumentException when there is no such version
     */
    public static Protocol of(@Nullable String version) {
        return switch (version) {
            case null -> V1;
            case "1.0.0" -> V1;
            case "2.0.0" -> V2;
            default -> throw new IllegalArgumentException("vsn has to be 1.0.0 or 2.0.0");
        };
    }

    /** The message as a frame. */
    public final Frame write(Envelope message) {
        return new Frame.Text(MAPPER.writeValueAsString(shape(message)));
    }

    /** What was said on a topic as a frame. */
    public abstract Frame write(String topic, Broadcast broadcast);

    /**
     * Reads a text message.
     *
     * @throws IllegalArgumentException when it is none
     */
    public final Envelope read(String text) {
        try {
            return envelope(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a message has to be JSON", e);
        }
    }

    /**
     * A binary message: a client says something, which it does only on 2.0.0.
     *
     * @throws IllegalArgumentException when it is none
     */
    public final Envelope read(ByteBuffer bytes) {
        return BinaryBroadcast.read(bytes);
    }

    abstract JsonNode shape(Envelope message);

    abstract Envelope envelope(JsonNode shape);

    static Envelope parts(JsonNode joinRef, JsonNode ref, JsonNode topic, JsonNode event, JsonNode payload) {
        if (!topic.isString() || !event.isString()) {
            throw new IllegalArgumentException("a message has a topic and an event");
        }
        return new Envelope(text(joinRef), text(ref), topic.asString(), event.asString(), payload);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asString();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }
}
