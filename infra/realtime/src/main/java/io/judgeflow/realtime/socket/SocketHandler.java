package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.channel.Reception;
import io.judgeflow.realtime.token.Claims;
import io.judgeflow.realtime.wire.Envelope;
import io.judgeflow.realtime.wire.Frame;
import io.judgeflow.realtime.wire.Protocol;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** Joins a connection with a socket of ours until either side ends it. */
final class SocketHandler implements WebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private final Reception reception;
    private final RealtimeLimits limits;
    private final AtomicInteger open = new AtomicInteger();

    SocketHandler(Reception reception, RealtimeLimits limits) {
        this.reception = reception;
        this.limits = limits;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        if (open.incrementAndGet() > limits.sockets()) {
            open.decrementAndGet();
            return session.close(CloseStatus.SERVICE_OVERLOAD);
        }
        var reading = reception.connect();
        var socket = new Socket(
                attribute(session, Protocol.class), attribute(session, Claims.class), reception, limits);
        return Mono.firstWithSignal(receive(session, socket), send(session, socket))
                .onErrorResume(error -> {
                    LOG.debug("A socket is closed", error);
                    return session.close(CloseStatus.POLICY_VIOLATION);
                })
                .doFinally(end -> {
                    socket.close();
                    reading.dispose();
                    open.decrementAndGet();
                });
    }

    /** Found there by whoever looked at the handshake. */
    private static <T> T attribute(WebSocketSession session, Class<T> type) {
        return type.cast(Objects.requireNonNull(session.getAttributes().get(type.getName())));
    }

    /** Read before it is queued: the memory behind a message is taken back at once. */
    private Mono<Void> receive(WebSocketSession session, Socket socket) {
        var protocol = attribute(session, Protocol.class);
        return session.receive()
                .timeout(limits.idle())
                .map(message -> read(protocol, message))
                .concatMap(socket::accept)
                .then();
    }

    private static Envelope read(Protocol protocol, WebSocketMessage message) {
        if (message.getType() == WebSocketMessage.Type.TEXT) {
            return protocol.read(message.getPayloadAsText());
        }
        try (var buffers = message.getPayload().readableByteBuffers()) {
            return protocol.read(buffers.next());
        }
    }

    private static Mono<Void> send(WebSocketSession session, Socket socket) {
        return session.send(socket.outbox().frames().map(frame -> write(session, frame)));
    }

    private static WebSocketMessage write(WebSocketSession session, Frame frame) {
        return switch (frame) {
            case Frame.Text text -> session.textMessage(text.text());
            case Frame.Binary binary ->
                session.binaryMessage(factory -> factory.wrap(binary.bytes().duplicate()));
        };
    }
}
