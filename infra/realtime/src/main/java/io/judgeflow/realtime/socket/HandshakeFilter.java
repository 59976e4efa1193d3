package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.token.InvalidToken;
import io.judgeflow.realtime.token.TokenVerifier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a bad handshake while there still can be an answer with a status. */
final class HandshakeFilter implements WebFilter {

    private final TokenVerifier tokens;

    HandshakeFilter(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        try {
            Handshake.of(exchange.getRequest().getQueryParams(), tokens);
            return chain.filter(exchange);
        } catch (InvalidToken e) {
            return refuse(exchange, HttpStatus.UNAUTHORIZED);
        } catch (IllegalArgumentException e) {
            return refuse(exchange, HttpStatus.BAD_REQUEST);
        }
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
