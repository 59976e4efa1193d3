package io.judgeflow.gateway;

import io.judgeflow.kafka.header.TraceParent;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What a request has written belongs to the trace that it names, or to a new one. */
@Component
class Traces implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (HttpMethod.GET.equals(request.getMethod())) {
            return chain.filter(exchange);
        }
        var trace = TraceParent.of(request.getHeaders().getFirst(TraceParent.HEADER))
                .orElseGet(TraceParent::random);
        return chain.filter(exchange).contextWrite(context -> context.put(TraceParent.class, trace));
    }
}
