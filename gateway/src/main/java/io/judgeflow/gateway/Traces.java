package io.judgeflow.gateway;

import io.judgeflow.telemetry.trace.Hop;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What a request has written belongs to the trace that it names, or to a new one; what it was is a span of it. */
@Component
class Traces implements WebFilter {

    private final Tracing tracing;

    Traces(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (HttpMethod.GET.equals(request.getMethod())) {
            return chain.filter(exchange);
        }
        var caller = TraceParent.of(request.getHeaders().getFirst(TraceParent.HEADER));
        return tracing.begin(caller, () -> hop(request), chain.filter(exchange));
    }

    /** Named by what is asked for, with the ids of jobs left out. */
    private static Hop hop(ServerHttpRequest request) {
        var method = request.getMethod().name();
        var route = request.getPath().pathWithinApplication().value().replaceAll("[0-9a-f-]{36}", "{id}");
        return new Hop(
                Hop.Kind.SERVER, method + " " + route, Map.of("http.request.method", method, "http.route", route));
    }
}
