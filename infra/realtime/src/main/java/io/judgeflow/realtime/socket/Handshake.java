package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.token.Claims;
import io.judgeflow.realtime.token.InvalidToken;
import io.judgeflow.realtime.token.TokenVerifier;
import io.judgeflow.realtime.wire.Protocol;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Looks at {@code apikey} and {@code vsn} while there still can be an answer with a status. */
final class Handshake implements WebFilter {

    private final TokenVerifier tokens;

    Handshake(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var query = exchange.getRequest().getQueryParams();
        try {
            var key = query.getFirst("apikey");
            var claims = tokens.verify(key == null ? "" : key);
            exchange.getAttributes().put(Claims.class.getName(), claims);
            exchange.getAttributes().put(Protocol.class.getName(), Protocol.of(query.getFirst("vsn")));
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
