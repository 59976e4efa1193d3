package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.channel.Reception;
import io.judgeflow.realtime.token.TokenVerifier;
import io.judgeflow.realtime.wire.Envelope;
import io.judgeflow.realtime.wire.Frame;
import io.judgeflow.realtime.wire.Protocol;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Joins a connection with a socket of ours until either side ends it. */
final class SocketHandler implements WebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    private final Reception reception;
    private final TokenVerifier tokens;
    private final RealtimeLimits limits;
    private final AtomicInteger open = new AtomicInteger();

    SocketHandler(Reception reception, TokenVerifier tokens, RealtimeLimits limits) {
        this.reception = reception;
        this.tokens = tokens;
        this.limits = limits;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var uri = UriComponentsBuilder.fromUri(session.getHandshakeInfo().getUri());
        return Mono.fromCallable(() -> Handshake.of(uri.build().getQueryParams(), tokens))
                .flatMap(handshake -> converse(session, handshake))
                .onErrorResume(error -> {
                    LOG.debug("A socket is closed", error);
                    return session.close(CloseStatus.POLICY_VIOLATION);
                });
    }

    private Mono<Void> converse(WebSocketSession session, Handshake handshake) {
        if (open.incrementAndGet() > limits.sockets()) {
            open.decrementAndGet();
            return session.close(CloseStatus.SERVICE_OVERLOAD);
        }
        var reading = reception.connect();
        var socket = new Socket(handshake, reception, limits);
        return Mono.firstWithSignal(receive(session, handshake.protocol(), socket), send(session, socket))
                .doFinally(end -> {
                    socket.close();
                    reading.dispose();
                    open.decrementAndGet();
                });
    }

    /** Read before it is queued: the memory behind a message is taken back at once. */
    private Mono<Void> receive(WebSocketSession session, Protocol protocol, Socket socket) {
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
