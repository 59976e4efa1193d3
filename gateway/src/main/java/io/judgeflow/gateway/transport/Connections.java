package io.judgeflow.gateway.transport;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** How the server treats each connection. */
@Component
class Connections implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    /** By then the answer 408 is out, wherever somebody reads the body. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final RequestSettings settings;
    private final BareRefusals bareRefusals = new BareRefusals();

    Connections(RequestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    private HttpServer limit(HttpServer server) {
        return server.doOnChannelInit((observer, channel, peer) -> {
            var pipeline = channel.pipeline();
            if (pipeline.get(NettyPipeline.HttpCodec) != null) {
                var deadline = new RequestDeadline(settings.bodyWithin().plus(GRACE));
                pipeline.addBefore(NettyPipeline.HttpCodec, "requestBegins", deadline.begins());
                pipeline.addAfter(NettyPipeline.HttpCodec, "requestEnds", deadline.ends());
                pipeline.addAfter(NettyPipeline.HttpCodec, "bareRefusals", bareRefusals);
            }
        });
    }
}
