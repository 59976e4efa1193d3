package io.judgeflow.gateway;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives out files as a whole, whichever part was asked for, as a server may: they are small. Left to Spring, a
 * {@code Range} that cannot be met is refused under the length of the whole file, for which a client then waits in vain.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class WholeFiles implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.RANGE)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.RANGE)))
                .build());
    }
}
