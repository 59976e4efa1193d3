package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.change.Binding;
import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.token.Claims;
import io.judgeflow.realtime.wire.Broadcast;
import io.judgeflow.realtime.wire.Envelope;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A topic that a client has joined. What it is sent, it is sent in this order: reply, readiness, changes. */
final class Channel {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CHANGES = "postgres_changes";

    private final Peer peer;
    private final Join join;
    private volatile Claims claims;
    private List<Binding> bindings = List.of();
    private boolean joined;

    Channel(Peer peer, Join join, Claims claims) {
        this.peer = peer;
        this.join = join;
        this.claims = claims;
    }

    Join join() {
        return join;
    }

    Claims claims() {
        return claims;
    }

    /** From now on the client is somebody else, or the same one for longer. Nothing is missed meanwhile. */
    void renew(Claims renewed) {
        claims = renewed;
    }

    /** Tells that the channel is joined; what is broadcast from now on is sent. */
    synchronized void accept(@Nullable String ref) {
        var response = NODES.objectNode();
        var echo = response.putArray(CHANGES);
        join.wishes().stream().map(Binding::echo).forEach(echo::add);
        joined = true;
        reply(ref, "ok", response);
    }

    /** Tells that changes are seen from now on; what was committed before is not sent. */
    synchronized void ready(List<Binding> wanted) {
        if (joined) {
            system(CHANGES, "ok", "Subscribed to PostgreSQL");
            bindings = wanted;
        }
    }

    /** Tells that something is wrong; the channel stays open. */
    synchronized void fail(String reason) {
        system("system", "error", reason);
    }

    /** Tells that the wishes cannot be granted; the channel stays open. */
    synchronized void object(String reason) {
        bindings = List.of();
        system(CHANGES, "error", reason);
    }

    /** Which of the wishes the change fulfils, by their ids. */
    synchronized List<Integer> wishesFor(Change change) {
        return IntStream.range(0, bindings.size())
                .filter(i -> bindings.get(i).wants(change))
                .mapToObj(i -> Binding.id(join.wishes().get(i)))
                .distinct()
                .toList();
    }

    /** Sends a change. */
    synchronized void send(List<Integer> wishes, ObjectNode event) {
        if (bindings.isEmpty()) {
            return;
        }
        var payload = NODES.objectNode();
        wishes.forEach(payload.putArray("ids")::add);
        payload.set("data", event);
        peer.send(new Envelope(null, null, join.topic(), CHANGES, payload));
    }

    /** Sends what was said on this topic. */
    synchronized void send(Broadcast broadcast) {
        if (joined) {
            peer.send(join.topic(), broadcast);
        }
    }

    void reply(@Nullable String ref, String status, JsonNode response) {
        var payload = NODES.objectNode().put("status", status);
        payload.set("response", response);
        peer.send(new Envelope(join.ref(), ref, join.topic(), "phx_reply", payload));
    }

    /** Tells that it is over; nothing is sent after that. */
    synchronized void close() {
        if (joined) {
            joined = false;
            bindings = List.of();
            peer.send(new Envelope(join.ref(), join.ref(), join.topic(), "phx_close", NODES.objectNode()));
        }
    }

    private void system(String extension, String status, String message) {
        var payload = NODES.objectNode()
                .put("extension", extension)
                .put("status", status)
                .put("message", message)
                .put("channel", join.name());
        peer.send(new Envelope(join.ref(), null, join.topic(), "system", payload));
    }
}
