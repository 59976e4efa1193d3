package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.channel.Answers;
import io.judgeflow.realtime.channel.Membership;
import io.judgeflow.realtime.channel.Peer;
import io.judgeflow.realtime.channel.Reception;
import io.judgeflow.realtime.wire.Broadcast;
import io.judgeflow.realtime.wire.Envelope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** One client and the topics that it has joined. Its messages are dealt with one after the other. */
final class Socket implements Peer {

    private final Handshake handshake;
    private final Reception reception;
    private final Outbox outbox;
    private final int mostChannels;
    private final Map<String, Membership> memberships = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Socket(Handshake handshake, Reception reception, RealtimeLimits limits) {
        this.handshake = handshake;
        this.reception = reception;
        this.outbox = new Outbox(limits.backlog().toBytes());
        this.mostChannels = limits.channels();
    }

    Outbox outbox() {
        return outbox;
    }

    @Override
    public void send(Envelope message) {
        outbox.add(handshake.protocol().write(message));
    }

    @Override
    public void send(String topic, Broadcast broadcast) {
        outbox.add(handshake.protocol().write(topic, broadcast));
    }

    /** Ends when the message is dealt with. */
    Mono<Void> accept(Envelope message) {
        return switch (message.event()) {
            case "heartbeat" -> answer(Answers.ok(message));
            case "phx_join" -> join(message);
            case "phx_leave" -> leave(message);
            case "access_token" -> renew(message);
            case "broadcast" ->
                refuse(message, "This stand-in takes no broadcasts from clients, only from the database");
            default -> refuse(message, "This stand-in does not know the event " + message.event());
        };
    }

    private Mono<Void> join(Envelope message) {
        var topic = message.topic();
        var before = memberships.get(topic);
        if (before != null) {
            before.end();
        }
        if (memberships.size() >= mostChannels) {
            return refuse(message, "ChannelRateLimitReached: Too many channels");
        }
        return reception
                .join(this, message, handshake.key(), () -> memberships.remove(topic))
                .doOnNext(membership -> keep(topic, membership))
                .then();
    }

    private void keep(String topic, Membership membership) {
        memberships.put(topic, membership);
        if (closed) {
            membership.end();
        }
    }

    private Mono<Void> leave(Envelope message) {
        var membership = memberships.get(message.topic());
        if (membership == null) {
            return answer(Answers.ok(message));
        }
        membership.leave(message.ref());
        return Mono.empty();
    }

    private Mono<Void> renew(Envelope message) {
        var membership = memberships.get(message.topic());
        return membership == null
                ? Mono.empty()
                : membership.renew(message.payload().path("access_token").asString(""));
    }

    private Mono<Void> refuse(Envelope message, String reason) {
        return message.ref() == null ? Mono.empty() : answer(Answers.refusal(message, reason));
    }

    private Mono<Void> answer(Envelope reply) {
        send(reply);
        return Mono.empty();
    }

    /** The connection is gone, or about to be. */
    void close() {
        closed = true;
        List.copyOf(memberships.values()).forEach(Membership::end);
    }
}
