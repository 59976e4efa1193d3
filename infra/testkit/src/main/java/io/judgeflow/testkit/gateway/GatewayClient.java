package io.judgeflow.testkit.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the gateway that knows nothing but the public API. */
public final class GatewayClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final @Nullable String bearer;

    /** @param base where the gateway is, such as {@code http://127.0.0.1:8080/} */
    public GatewayClient(URI base) {
        this(base, null);
    }

    /**
     * A client of a gateway that wants to know who asks.
     *
     * @param bearer a user's token or a service's key; null for none
     */
    public GatewayClient(URI base, @Nullable String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    /**
     * Submits, and completes with the job's id when the gateway has answered 202.
     *
     * @param body the fields of {@code POST /api/execute}
     */
    public CompletableFuture<String> execute(Map<String, ?> body) {
        return execute(request("api/execute"), body);
    }

    /** The same with an {@code Idempotency-Key}, within some time. */
    public CompletableFuture<String> execute(Map<String, ?> body, String key, Duration within) {
        return execute(request("api/execute").header("Idempotency-Key", key).timeout(within), body);
    }

    private CompletableFuture<String> execute(HttpRequest.Builder request, Map<String, ?> body) {
        var submission = request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return http.sendAsync(submission, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> expect(202, answer).get("job_id").asString());
    }

    /** The job's state as soon as it has ended, or as it is after a minute. */
    public JsonNode end(String job) {
        return expect(200, get("api/status/" + job + "?wait=60s"));
    }

    /** What is at a path, such as {@code api/statistics}. */
    public JsonNode read(String path) {
        return expect(200, get(path));
    }

    /** The languages on offer. */
    public JsonNode languages() {
        return expect(200, get("api/languages"));
    }

    /**
     * Every event of the job's stream until the gateway ends it.
     *
     * @param lastEventId the last version that was seen; null to see everything
     */
    public List<StreamEvent> stream(String job, @Nullable Long lastEventId) {
        var request = request("api/stream/" + job).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", String.valueOf(lastEventId));
        }
        try {
            var answer = http.send(request.GET().build(), HttpResponse.BodyHandlers.ofLines());
            return StreamEvent.all(answer.body(), JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return http.sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static JsonNode expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new UnexpectedAnswer(answer.statusCode(), answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
