package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.wire.Envelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Replies to messages that belong to no channel. */
public final class Answers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Answers() {}

    /** That it is well. */
    public static Envelope ok(Envelope message) {
        return reply(message, "ok", NODES.objectNode());
    }

    /** That it is not granted, and why. */
    public static Envelope refusal(Envelope message, String reason) {
        return reply(message, "error", NODES.objectNode().put("reason", reason));
    }

    private static Envelope reply(Envelope message, String status, JsonNode response) {
        var payload = NODES.objectNode().put("status", status);
        payload.set("response", response);
        return new Envelope(message.joinRef(), message.ref(), message.topic(), "phx_reply", payload);
    }
}
