package io.judgeflow.gateway.transport;

import io.judgeflow.gateway.problem.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends a body that does not arrive in time, however steadily it drips. */
@Component
@Order(SlowBodies.AFTER_EVERYTHING_THAT_REFUSES)
class SlowBodies implements WebFilter {

    static final int AFTER_EVERYTHING_THAT_REFUSES = 100;

    private final RequestSettings settings;

    SlowBodies(RequestSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        return headers.containsHeader("Content-Length") || headers.containsHeader("Transfer-Encoding")
                ? chain.filter(exchange.mutate().request(timed(exchange)).build())
                : chain.filter(exchange);
    }

    private ServerHttpRequestDecorator timed(ServerWebExchange exchange) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                var late = Mono.delay(settings.bodyWithin()).flatMap(tick -> Mono.error(tooSlow()));
                return super.getBody().takeUntilOther(late);
            }
        };
    }

    private Problem tooSlow() {
        return Problem.tooSlow(
                "The body must arrive within " + settings.bodyWithin().toMillis() / 1000.0 + " s.");
    }
}
