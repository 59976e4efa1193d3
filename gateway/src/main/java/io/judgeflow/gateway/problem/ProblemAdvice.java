package io.judgeflow.gateway.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Renders every failure as {@code application/problem+json}, whatever the client would rather have had. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** A fault of ours: the log has the cause, the client only learns that it was us. */
    @ExceptionHandler(Exception.class)
    Mono<ResponseEntity<Object>> unforeseen(Exception fault, ServerWebExchange exchange) {
        LOG.error(
                "{} {} failed",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                fault);
        var status = HttpStatusCode.valueOf(500);
        var body = ProblemDetail.forStatusAndDetail(status, "The gateway could not answer this request.");
        return createResponseEntity(body, new HttpHeaders(), status, exchange);
    }

    /** Spring Security looks at a header only when somebody reads it, which may be as late as here. */
    @ExceptionHandler(ServerExchangeRejectedException.class)
    Mono<ResponseEntity<Object>> rejected(ServerExchangeRejectedException rejected, ServerWebExchange exchange) {
        var problem = Problem.malformed("A header has something in it that is never taken.");
        return createResponseEntity(problem.getBody(), problem.getHeaders(), problem.getStatusCode(), exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        var problem = InOurWords.of(refused, exchange.getRequest().getPath().value());
        return problem == null
                ? super.handleExceptionInternal(refused, body, headers, status, exchange)
                : super.handleExceptionInternal(problem, null, problem.getHeaders(), problem.getStatusCode(), exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        var typed = headers == null ? new HttpHeaders() : HttpHeaders.copyOf(headers);
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body instanceof ProblemDetail problem) {
            complete(problem, exchange);
        }
        return Mono.just(new ResponseEntity<>(body, typed, status));
    }

    /** Sets what every problem has. */
    static void complete(ProblemDetail problem, ServerWebExchange exchange) {
        if (problem.getType() == null) {
            problem.setType(URI.create("about:blank"));
        }
        if (problem.getInstance() == null) {
            problem.setInstance(reference(exchange));
        }
    }

    /** Two slashes at the start of a reference would make what follows a host, and {@code //} is none at all. */
    private static URI reference(ServerWebExchange exchange) {
        return URI.create(exchange.getRequest().getPath().value().replaceFirst("^/+", "/"));
    }
}
