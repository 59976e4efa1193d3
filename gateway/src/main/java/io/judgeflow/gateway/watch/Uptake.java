package io.judgeflow.gateway.watch;

import static java.util.Objects.requireNonNull;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.http.server.HttpServerResponse;

/**
 * How much a client takes: there is room for it while what was written before, and has not left yet, is less than
 * Netty's watermark. The connection's, or with HTTP/2 the stream's.
 */
final class Uptake extends ChannelInboundHandlerAdapter implements AutoCloseable {

    private final Channel channel;
    private @Nullable MonoSink<Void> waiting;

    private Uptake(Channel channel) {
        this.channel = channel;
    }

    /** Of the client that gets this response, until it is closed: a connection may carry other responses later. */
    static Uptake of(ServerHttpResponse response) {
        var channel = new AtomicReference<Channel>();
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        server.withConnection(connection -> channel.set(connection.channel()));
        return on(requireNonNull(channel.get()));
    }

    static Uptake on(Channel channel) {
        var uptake = new Uptake(channel);
        channel.pipeline().addFirst(uptake);
        return uptake;
    }

    /**
     * Completes when there is room, or nobody is left to need it. For one who waits at a time. It looks in a task of the
     * event loop, which comes after the writes that were handed over before.
     */
    Mono<Void> room() {
        return Mono.create(sink -> channel.eventLoop().execute(() -> {
            waiting = sink;
            look();
        }));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        look();
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        look();
        context.fireChannelInactive();
    }

    private void look() {
        var next = waiting;
        if (next != null && (channel.isWritable() || !channel.isActive())) {
            waiting = null;
            next.success();
        }
    }

    /** Also where the connection has gone, and its pipeline with it. */
    @Override
    public void close() {
        channel.eventLoop().execute(() -> {
            if (channel.pipeline().context(this) != null) {
                channel.pipeline().remove(this);
            }
        });
    }
}
