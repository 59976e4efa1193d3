package io.judgeflow.gateway.transport;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.springframework.boot.http.codec.autoconfigure.HttpCodecsProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.netty.http.server.HttpServer;

/** How the server treats each connection. */
@Component
class Connections implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    /** By then the answer 408 is out, wherever somebody reads the body. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DataSize largestBody;
    private final Arrangement arrangement;

    Connections(RequestSettings settings, HttpCodecsProperties codecs) {
        largestBody = requireNonNull(codecs.getMaxInMemorySize(), "gateway.yml says how large a body may be");
        arrangement = new Arrangement(settings.bodyWithin().plus(GRACE));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::arrange);
    }

    private HttpServer arrange(HttpServer server) {
        return server
                // A client may ask for HTTP/2 with a submission as its first request: Java's own client does.
                .httpRequestDecoder(spec -> spec.h2cMaxContentLength((int) largestBody.toBytes()))
                .doOnChannelInit((observer, channel, peer) -> arrangement.join(channel.pipeline()));
    }
}
