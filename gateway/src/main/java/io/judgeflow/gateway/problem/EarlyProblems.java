package io.judgeflow.gateway.problem;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Renders what is refused before or outside of every controller, where {@link ProblemAdvice} is not asked. */
@Component
@Order(EarlyProblems.BEFORE_THE_FRAMEWORKS_OWN)
class EarlyProblems implements WebExceptionHandler {

    /** Spring Boot's handler, which answers in a JSON of its own, has -1. */
    static final int BEFORE_THE_FRAMEWORKS_OWN = -2;

    private final ServerResponse.Context codecs;

    EarlyProblems(ServerCodecConfigurer codecs) {
        this.codecs = new Codecs(codecs.getWriters());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable refused) {
        if (serverHasAnswered(exchange)) {
            return Mono.empty();
        }
        if (!(refused instanceof ErrorResponse answer) || exchange.getResponse().isCommitted()) {
            return Mono.error(refused);
        }
        var problem = answer.getBody();
        ProblemAdvice.complete(problem, exchange);
        return ServerResponse.status(answer.getStatusCode())
                .headers(headers -> headers.putAll(answer.getHeaders()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem)
                .flatMap(response -> response.writeTo(exchange, codecs));
    }

    /** As it does by itself when the rest of a body is no HTTP: its headers are out, and we could still set a status. */
    private static boolean serverHasAnswered(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        return ServerHttpResponseDecorator.getNativeResponse(response) instanceof HttpServerResponse server
                && server.hasSentHeaders()
                && response.setStatusCode(response.getStatusCode());
    }

    private record Codecs(List<HttpMessageWriter<?>> messageWriters) implements ServerResponse.Context {
        @Override
        public List<ViewResolver> viewResolvers() {
            return List.of();
        }
    }
}
