package io.judgeflow.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What one does without Judgeflow: a client of Judge0 itself, which submits and then asks, every so often, until its
 * program has ended. It asks as for a batch, as answers about single tokens are up to a second old (Judge0 1.13.1).
 */
public final class ByJudge implements Target {

    private static final int CONNECTIONS = 2000;
    private static final int BASH = 46;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\":\\{[^}]*\"id\":(\\d+)");
    private static final int PROCESSING = 2;

    private final Connections connections;
    private final Program program;
    private final long pause;

    /** @param pause between two questions about one token */
    public ByJudge(URI judge, Program program, Duration pause) {
        this.connections = new Connections(judge, CONNECTIONS);
        this.program = program;
        this.pause = pause.toNanos();
    }

    @Override
    public EventLoop loop() {
        return connections.loop();
    }

    @Override
    public void submit(int job, Journal journal) {
        var code = program.text(journal.name(job));
        var body = "{\"language_id\":%d,\"source_code\":\"%s\",\"expected_output\":\"42\"}".formatted(BASH, code);
        send(HttpMethod.POST, "/submissions", body, journal, answer -> {
            journal.accepted(job);
            askLater(job, found(TOKEN, answer), journal);
        });
    }

    private void askLater(int job, String token, Journal journal) {
        var unused = loop().schedule(() -> ask(job, token, journal), pause, TimeUnit.NANOSECONDS);
    }

    private void ask(int job, String token, Journal journal) {
        var path = "/submissions/batch?base64_encoded=true&tokens=" + token;
        send(HttpMethod.GET, path, "", journal, answer -> {
            if (Integer.parseInt(found(STATUS, answer)) > PROCESSING) {
                journal.ended(job, System.nanoTime());
            } else {
                askLater(job, token, journal);
            }
        });
    }

    private void send(HttpMethod method, String path, String body, Journal journal, Consumer<String> heard) {
        var content = Unpooled.copiedBuffer(body, UTF_8);
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, content);
        request.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        connections.send(
                request,
                new Answer(
                        (status, answer) -> {
                            if (status < 300) {
                                heard.accept(answer);
                            } else {
                                journal.failed("answered with " + status);
                            }
                        },
                        journal::failed));
    }

    private static String found(Pattern pattern, String answer) {
        var match = pattern.matcher(answer);
        if (!match.find()) {
            throw new IllegalStateException("not an answer of Judge0: " + answer);
        }
        return match.group(1);
    }

    @Override
    public void close() {
        connections.close();
    }
}
