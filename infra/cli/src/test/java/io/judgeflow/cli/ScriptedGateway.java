package io.judgeflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway that answers one request after the other as it is told, also wrongly, and remembers them. */
final class ScriptedGateway implements AutoCloseable {

    static final String JOB = "01a20664-19a3-7309-8594-e0e23b443da1";

    /** What came. */
    record Request(String call, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** What is done with one request. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final String url;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    ScriptedGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return url;
    }

    List<Request> requests() {
        return requests;
    }

    ScriptedGateway then(Reply reply) {
        script.add(reply);
        return this;
    }

    ScriptedGateway then(int status, String body, String... headers) {
        return then(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        });
    }

    /** Takes a submission. */
    ScriptedGateway thenAccepts() {
        return then(202, "{\"job_id\":\"" + JOB + "\"}");
    }

    /** Streams this, and then ends as a gateway does. */
    ScriptedGateway thenStreams(String text) {
        return then(exchange -> stream(exchange, text));
    }

    /** Streams this, and then is gone in the middle of it. */
    ScriptedGateway thenStreamsAndBreaks(String text) {
        return then(exchange -> {
            stream(exchange, text);
            throw new IOException("broken as told");
        });
    }

    /** Streams this, and nothing more for as long as it is asked. */
    ScriptedGateway thenStreamsAndStays(String text) {
        return then(exchange -> {
            stream(exchange, text);
            closed.join();
        });
    }

    /** Takes the connection and is gone. */
    ScriptedGateway thenBreaks() {
        return then(exchange -> {
            throw new IOException("broken as told");
        });
    }

    /** One event of a job's stream. */
    static String event(long version, String state) {
        return "id:" + version + "\nevent:status\nretry:20\ndata:" + state + "\n\n";
    }

    private static void stream(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text.getBytes(UTF_8));
        exchange.getResponseBody().flush();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        requests.add(new Request(call, Map.copyOf(exchange.getRequestHeaders()), body));
        var reply = script.poll();
        if (reply == null) {
            throw new IOException("nothing is left of the script for " + call);
        }
        reply.to(exchange);
        exchange.close();
    }

    @Override
    public void close() {
        closed.complete(null);
        server.stop(0);
        threads.shutdownNow();
    }
}
