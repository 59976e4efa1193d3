package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.channel.Reception;
import io.judgeflow.realtime.token.TokenVerifier;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/** Where Supabase has it, behind its API gateway. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    private static final String PATH = "/realtime/v1/websocket";

    /** A client that reads nothing at all is not even told that it is disconnected. */
    private static final int WRITE_SECONDS = 20;

    @Bean
    SimpleUrlHandlerMapping sockets(Reception reception, TokenVerifier tokens, RealtimeLimits limits) {
        return new SimpleUrlHandlerMapping(
                Map.of(PATH, new SocketHandler(reception, tokens, limits)), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    HandshakeFilter handshake(TokenVerifier tokens) {
        return new HandshakeFilter(tokens);
    }

    @Bean
    NettyServerCustomizer writeTimeout() {
        return server -> server.doOnConnection(
                connection -> connection.addHandlerFirst(new WriteTimeoutHandler(WRITE_SECONDS, TimeUnit.SECONDS)));
    }
}
