package io.judgeflow.localjudge.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of all answers. */
final class Answers {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final MediaType JSON_UTF8 = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);
    private static final MediaType HTML_UTF8 = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Answers() {}

    static Mono<ServerResponse> json(HttpStatus status, Object body) {
        return ServerResponse.status(status).contentType(JSON_UTF8).bodyValue(JSON.writeValueAsBytes(body));
    }

    static Mono<ServerResponse> text(String body) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .bodyValue(body.getBytes(StandardCharsets.UTF_8));
    }

    static Mono<ServerResponse> empty(HttpStatusCode status) {
        return ServerResponse.status(status).contentType(HTML_UTF8).build();
    }

    /** Judge0's answer to a failure; anything unforeseen is a 500, and is logged. */
    static Mono<ServerResponse> failure(Throwable failure, ServerRequest request) {
        return switch (failure) {
            case Refusal refusal -> json(refusal.status(), Map.of("error", refusal.error()));
            case FrameworkError error -> framework(error.status(), request);
            case DataBufferLimitException tooLarge -> framework(HttpStatus.CONTENT_TOO_LARGE, request);
            case ResponseStatusException known -> empty(known.getStatusCode());
            default -> {
                log.error("{} {} failed", request.method(), request.path(), failure);
                yield framework(HttpStatus.INTERNAL_SERVER_ERROR, request);
            }
        };
    }

    /** Rails says more only to those who accept nothing but JSON. */
    private static Mono<ServerResponse> framework(HttpStatus status, ServerRequest request) {
        if (!MediaType.APPLICATION_JSON_VALUE.equals(request.headers().firstHeader("Accept"))) {
            return empty(status);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("status", status.value());
        body.put("error", status.getReasonPhrase());
        return json(status, body);
    }
}
