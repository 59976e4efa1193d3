package io.judgeflow.testkit.judge0;

import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The listening part: may go away and come back on the same port. */
final class Server {

    private static final byte[] NO_BODY = {};

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Handling handling;
    private final Faults faults;
    private final Served served;
    private @Nullable DisposableServer listening;
    private int port;

    Server(Handling handling, Faults faults, Served served) {
        this.handling = handling;
        this.faults = faults;
        this.served = served;
    }

    int port() {
        return port;
    }

    synchronized void listen() {
        if (listening == null) {
            var bound = HttpServer.create()
                    .host("127.0.0.1")
                    .port(port)
                    .option(ChannelOption.SO_BACKLOG, 1024)
                    .channelGroup(connections)
                    // Puma's default: what a client with a longer idle time trips over.
                    .idleTimeout(Duration.ofSeconds(20))
                    .handle(this::handle)
                    .bindNow();
            listening = bound;
            port = bound.port();
        }
    }

    /** Refuses new connections and cuts those that exist. */
    synchronized void vanish() {
        var bound = listening;
        if (bound != null) {
            listening = null;
            bound.channel().close().syncUninterruptibly();
            connections.close().awaitUninterruptibly();
        }
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(NO_BODY)
                .flatMap(body -> {
                    var query = Query.of(request.uri());
                    var call = Call.of(request.method().name(), query.path());
                    served.count(call, query);
                    var exchange = new Exchange(response, () -> handling.reply(request, call, query, body));
                    var effect = faults.next(call);
                    return effect == null ? exchange.proper() : exchange.faulty(effect);
                });
    }
}
