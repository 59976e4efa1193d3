package io.judgeflow.judge0;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** One instance's HTTP: requests in, answers or failures out, each within the timeout and the size limit. */
final class Endpoint {

    /** An answer did not fit the size limit. Not a failure of Judge0: asking for less helps. */
    static final class Oversized extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** In bytes. Twenty runs with 1 MiB of output each would not fit; such a batch is asked for in parts. */
    private static final int ANSWER_LIMIT = 8 << 20;

    private static final byte[] NOTHING = {};

    private final WebClient client;
    private final URI base;
    private final Duration timeout;
    private final Clock clock;

    Endpoint(HttpClient http, Instance instance, Duration timeout, Clock clock) {
        this.base = instance.url();
        this.timeout = timeout;
        this.clock = clock;
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_LIMIT))
                // Exactly this: with a list or a wildcard Judge0 leaves the body of framework errors empty.
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .defaultHeaders(instance::authenticate)
                .build();
    }

    Mono<Answer> get(String path) {
        return exchange(client.method(HttpMethod.GET).uri(at(path)));
    }

    Mono<Answer> post(String path, Object json) {
        return exchange(client.method(HttpMethod.POST)
                .uri(at(path))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Answer.JSON.writeValueAsBytes(json)));
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private Mono<Answer> exchange(WebClient.RequestHeadersSpec<?> request) {
        return request.exchangeToMono(this::read).timeout(timeout).onErrorMap(this::failure);
    }

    private Mono<Answer> read(ClientResponse response) {
        var retryAfter = RetryAfter.in(response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER), clock);
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(NOTHING)
                .map(body -> new Answer(response.statusCode().value(), retryAfter, body));
    }

    private RuntimeException failure(Throwable thrown) {
        var cause = thrown instanceof WebClientRequestException wrapped ? wrapped.getCause() : thrown;
        return switch (cause) {
            case Judge0Failure known -> known;
            case DataBufferLimitException large -> new Oversized();
            case PoolAcquirePendingLimitException full -> allInUse();
            case PoolAcquireTimeoutException full -> allInUse();
            case TimeoutException late ->
                new Judge0Failure.Unreachable("no answer within " + timeout.toMillis() + " ms", late);
            case IOException broken -> new Judge0Failure.Unreachable(said(broken), broken);
            case null -> new Judge0Failure.Unreachable("no answer", thrown);
            default -> new Judge0Failure.Unreachable(said(cause), cause);
        };
    }

    /** Our own limit, not the instance's fault: nothing that its breaker should count. */
    private static Judge0Failure allInUse() {
        return new Judge0Failure.Busy("all connections to it are in use", false, null);
    }

    private static String said(@Nullable Throwable thrown) {
        var message = thrown == null ? null : thrown.getMessage();
        return message == null ? String.valueOf(thrown) : message;
    }
}
