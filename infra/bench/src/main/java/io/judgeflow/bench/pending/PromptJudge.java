package io.judgeflow.bench.pending;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** An instance that remembers nothing: every token says itself when it is due, and is finished when it is asked about. */
final class PromptJudge implements AutoCloseable {

    private static final String FINISHED =
            "{\"token\":\"%s\",\"status\":{\"id\":3,\"description\":\"Accepted\"},\"time\":\"0.01\",\"memory\":3000}";

    private final DisposableServer server;
    private volatile @Nullable Timeline timeline;

    PromptJudge() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/submissions/batch", this::answer))
                .bindNow();
    }

    /** Notes from now on when it is asked about the tokens of this schedule. */
    Timeline watch(Schedule schedule) {
        var watched = new Timeline(schedule);
        timeline = watched;
        return watched;
    }

    /** A token that is due at this time, in ms since the epoch. */
    static String token(long due, long number) {
        return due + "-" + number;
    }

    String instance() {
        return "127.0.0.1:" + server.port();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var now = System.currentTimeMillis();
        var query = new QueryStringDecoder(request.uri()).parameters();
        var tokens = query.getOrDefault("tokens", List.of("")).getFirst().split(",");
        var watched = Objects.requireNonNull(timeline, "nobody has a token yet");
        for (var token : tokens) {
            watched.asked(Long.parseLong(token.substring(0, token.indexOf('-'))), now);
        }
        var items = Arrays.stream(tokens).map(FINISHED::formatted).collect(Collectors.joining(","));
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"submissions\":[" + items + "]}"));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
