package io.judgeflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The public API, called until it answers or the patience is over. */
final class Gateway {

    private static final Duration ONE_CALL = Duration.ofSeconds(15);

    private final HttpClient http;
    private final URI base;
    private final @Nullable String key;
    private final Patience patience;

    private Gateway(HttpClient http, URI base, @Nullable String key, Patience patience) {
        this.http = http;
        this.base = base;
        this.key = key;
        this.patience = patience;
    }

    /**
     * @param base ends with a slash
     * @param notes is told why it takes longer
     */
    static Gateway at(URI base, @Nullable String key, Duration patience, Consumer<String> notes) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Gateway(http, base, key, new Patience(base, patience, notes));
    }

    /** The same, from now on for this long. */
    Gateway within(Duration time) {
        return new Gateway(http, base, key, new Patience(base, time, note -> {}));
    }

    /** Submits and returns the job's id. A second try cannot become a second job. */
    String submit(String body) {
        var answer = send(request("api/execute")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
        return State.of(answer.expected()).string("job_id");
    }

    /** What is at a path of the API. */
    String read(String path) {
        return send(request(path).GET()).expected();
    }

    /** The job once it is cancelled, or about to be. */
    State cancel(String id) {
        return State.of(send(request("api/executions/" + id).DELETE()).expected());
    }

    /** Every state of the job as it comes, over as many connections as it takes; returns the last. */
    State follow(String id, Consumer<State> seen) {
        var events = new Events(patience, seen);
        while (true) {
            try {
                var lines = new Lines();
                var response = open(id, events.lastId(), lines);
                var end = events.read(lines);
                if (end.isPresent()) {
                    return end.get();
                } else if (lines.ended()) {
                    settle(Answer.of(patience.await(response)), events);
                } else {
                    response.cancel(true);
                }
            } catch (IOException e) {
                patience.outlast(e);
            }
        }
    }

    /** Without a timeout of its own: on newer JDKs it would be the whole stream's. */
    private CompletableFuture<HttpResponse<String>> open(String id, String lastId, Lines lines) {
        var request = request("api/stream/" + id).header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        var response = http.sendAsync(
                request.build(),
                info -> info.statusCode() == 200
                        ? BodySubscribers.fromLineSubscriber(lines, all -> "", UTF_8, null)
                        : BodySubscribers.ofString(UTF_8));
        return response.whenComplete((answer, failed) -> lines.end());
    }

    private void settle(Answer answer, Events events) {
        if (answer.busy()) {
            patience.outlast(answer);
        } else {
            answer.expected();
            patience.pause(events.retry());
        }
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.timeout(ONE_CALL).build();
        while (true) {
            try {
                var answer = Answer.of(patience.await(http.sendAsync(request, BodyHandlers.ofString(UTF_8))));
                if (!answer.busy()) {
                    return answer;
                }
                patience.outlast(answer);
            } catch (IOException e) {
                patience.outlast(e);
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }
}
