package io.judgeflow.standalone;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows that Realtime tells to the user of the playground, as the page asks for them. */
final class ToldRows implements AutoCloseable, WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();

    /** Listens from now on. */
    static ToldRows follow(URI gateway) throws Exception {
        var rows = new ToldRows();
        var request = HttpRequest.newBuilder(gateway.resolve("/api/realtime")).build();
        var where =
                JSON.readTree(rows.http.send(request, BodyHandlers.ofString()).body());
        var address = where.path("url").asString().replaceFirst("^http", "ws")
                + "/realtime/v1/websocket?vsn=2.0.0&apikey=" + where.path("key").asString();
        var socket = rows.http
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), rows)
                .join();
        socket.sendText("""
                ["1","1","realtime:rows","phx_join",{"config":{"postgres_changes":[{"event":"*","schema":"public",\
                "table":"executions","filter":"user_id=eq.playground"}]},"access_token":"%s"}]""".formatted(where.path("token").asString()), true).join();
        await().atMost(PATIENCE)
                .until(() -> rows.messages.stream()
                        .anyMatch(
                                message -> message.at("/4/message").asString("").equals("Subscribed to PostgreSQL")));
        return rows;
    }

    /** What was told of a job, once its end was. */
    List<JsonNode> of(String job) {
        await().atMost(PATIENCE)
                .until(() -> told(job).stream()
                        .anyMatch(row -> row.path("status").asString().equals("done")));
        return told(job);
    }

    private List<JsonNode> told(String job) {
        return messages.stream()
                .map(message -> message.at("/4/data/record"))
                .filter(row -> row.path("id").asString("").equals(job))
                .toList();
    }

    @Override
    public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(JSON.readTree(partial.toString()));
            partial.setLength(0);
        }
        return WebSocket.Listener.super.onText(socket, data, last);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
