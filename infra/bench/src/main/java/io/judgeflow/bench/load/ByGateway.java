package io.judgeflow.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Clients of the gateway: each job is submitted over HTTP, and its end is heard on a stream of events. */
public final class ByGateway implements Target {

    private static final int CONNECTIONS = 2000;
    private static final int ID_LENGTH = 36;
    private static final String ID = "\"job_id\":\"";

    /** How clients hear of their jobs. */
    public enum Following {
        /** One stream for each job, which is opened when it has its id. */
        JOBS,
        /** One stream for each user, which stays open. */
        USERS,
        /** Not at all: a job has ended when it was taken. */
        NONE
    }

    private final Connections connections;
    private final Program program;
    private final Following following;
    private final int users;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, Long> early = new HashMap<>();

    private record Waiting(int job, Journal journal) {}

    /** @param users who submit in turns */
    public ByGateway(URI gateway, Program program, Following following, int users) {
        this.connections = new Connections(gateway, CONNECTIONS);
        this.program = program;
        this.following = following;
        this.users = users;
        if (following == Following.USERS) {
            loop().execute(this::openStreams);
        }
    }

    @Override
    public EventLoop loop() {
        return connections.loop();
    }

    private void openStreams() {
        for (var user = 0; user < users; user++) {
            open("/api/stream?user=" + user(user), "");
        }
    }

    /** As a browser does: when the stream ends, it is opened again behind the last event. */
    private void open(String path, String lastEventId) {
        var events = new AtomicReference<Events>();
        var hearer = new Events(this::ended, reason -> {
            var last = Objects.requireNonNull(events.get()).lastEventId();
            if (!loop().isShuttingDown()) {
                System.err.println("resuming " + path + ": " + reason);
                var unused = loop().schedule(() -> open(path, last), 1, TimeUnit.SECONDS);
            }
        });
        events.set(hearer);
        var request = get(path);
        if (!lastEventId.isEmpty()) {
            request.headers().set("Last-Event-ID", lastEventId);
        }
        connections.send(request, hearer);
    }

    @Override
    public void submit(int job, Journal journal) {
        var body = "{\"lang\":\"bash\",\"user_id\":\"%s\",\"code\":\"%s\",\"expected_output\":\"42\"}"
                .formatted(user(job), program.text(journal.name(job)));
        connections.send(
                post(body), new Answer((status, answer) -> answered(job, journal, status, answer), journal::failed));
    }

    private void answered(int job, Journal journal, int status, String answer) {
        var at = answer.indexOf(ID);
        if (status != 202 || at < 0) {
            journal.failed("answered with " + status);
            return;
        }
        journal.accepted(job);
        follow(answer.substring(at + ID.length(), at + ID.length() + ID_LENGTH), new Waiting(job, journal));
    }

    private void follow(String id, Waiting waiter) {
        switch (following) {
            case NONE -> waiter.journal.ended(waiter.job, System.nanoTime());
            case JOBS -> {
                waiting.put(id, waiter);
                connections.send(get("/api/stream/" + id), new Events(this::ended, waiter.journal::failed));
            }
            case USERS -> {
                var end = early.remove(id);
                if (end == null) {
                    waiting.put(id, waiter);
                } else {
                    waiter.journal.ended(waiter.job, end);
                }
            }
        }
    }

    /** Its end may be on the stream before its id is in the answer. */
    private void ended(String id) {
        var waiter = waiting.remove(id);
        if (waiter == null) {
            early.put(id, System.nanoTime());
        } else {
            waiter.journal.ended(waiter.job, System.nanoTime());
        }
    }

    private String user(int job) {
        return "user-" + job % users;
    }

    private static FullHttpRequest get(String path) {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
    }

    private static FullHttpRequest post(String body) {
        var content = Unpooled.copiedBuffer(body, UTF_8);
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/execute", content);
        request.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        return request;
    }

    @Override
    public void close() {
        connections.close();
    }
}
