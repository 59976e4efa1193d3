package io.judgeflow.gateway.problem;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses an {@code Accept} that is no list of media types here, because no controller's answer would get a body. */
@Component
class ReadableAccept implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        try {
            exchange.getRequest().getHeaders().getAccept();
        } catch (InvalidMediaTypeException e) {
            return Mono.error(new NotAcceptableStatusException("The 'Accept' header is no list of media types."));
        }
        return chain.filter(exchange);
    }
}
