package io.judgeflow.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.testkit.hostile.BadRequest;
import io.judgeflow.testkit.hostile.BadRequests;
import io.judgeflow.testkit.hostile.Description;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLongArray;
import tools.jackson.databind.json.JsonMapper;

/** Sends bad requests, several at once, and holds each answer against what may be answered. */
final class Requests implements AutoCloseable {

    /** Kinds of answers: the first digit of their status; 0 for none. */
    static final int KINDS = 6;

    private static final int AT_ONCE = 16;
    private static final int CALLBACKS = 20;
    private static final Duration NEVER_A_HANG = Duration.ofSeconds(15);
    private static final JsonMapper JSON = new JsonMapper();

    /** Whatever is wrong with a callback; never 5xx. */
    private static final Set<Integer> TO_CALLBACKS = Set.of(204, 400, 403, 404, 405, 413, 414, 415, 431);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BadRequests requests;
    private final BadCallbacks callbacks;
    private final Pipeline pipeline;
    private final Problems problems;
    private final URI gateway;
    private final Description description;
    private final Map<String, AtomicLongArray> answers = new ConcurrentSkipListMap<>();

    Requests(long seed, Pipeline pipeline, Problems problems) throws IOException, InterruptedException {
        this.requests = new BadRequests(seed);
        this.callbacks = new BadCallbacks(seed, pipeline.callbacks(), pipeline.instance());
        this.pipeline = pipeline;
        this.problems = problems;
        this.gateway = pipeline.gateway();
        var asked = java.net.http.HttpRequest.newBuilder(gateway.resolve("/openapi.json"));
        this.description = new Description(
                http.send(asked.build(), BodyHandlers.ofString()).body());
    }

    /** Returns once those from one number to before another are answered, or have had their time. */
    void send(long from, long to) {
        var places = new Semaphore(AT_ONCE);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = from; number < to; number++) {
                var which = number;
                var request = which % CALLBACKS == 0 ? callbacks.at(which) : requests.at(which);
                places.acquireUninterruptibly();
                clients.execute(() -> {
                    try {
                        send(which, request);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private void send(long number, BadRequest request) {
        var callback = request.route().equals(BadCallbacks.ROUTE);
        try {
            var sent = request.to(callback ? pipeline.poller() : gateway, NEVER_A_HANG);
            var answer = http.send(sent, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                check(number, request, answer, body);
            }
        } catch (IOException e) {
            count(request, 0);
            problem(number, request, "no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(long number, BadRequest request, HttpResponse<?> answer, InputStream stream) throws IOException {
        var status = answer.statusCode();
        count(request, status / 100);
        var body = status >= 400 ? new String(stream.readAllBytes(), UTF_8) : "";
        if (request.route().equals(BadCallbacks.ROUTE)) {
            if (!TO_CALLBACKS.contains(status)) {
                problem(number, request, status + " to a callback: " + body);
            }
            return;
        }
        description
                .complaint(request, status, answer.headers(), body)
                .ifPresent(complaint -> problem(number, request, complaint));
        if (status == 202 && request.route().equals("/api/execute")) {
            requests.learn(
                    JobId.of(JSON.readTree(stream.readAllBytes()).path("job_id").asString()));
        }
    }

    private void count(BadRequest request, int kind) {
        answers.computeIfAbsent(request.route(), first -> new AtomicLongArray(KINDS))
                .incrementAndGet(kind);
    }

    private void problem(long number, BadRequest request, String complaint) {
        problems.found("request", number, request.bytes(), complaint + ": " + request);
    }

    /** By route, how many answers of each kind. */
    Map<String, AtomicLongArray> answers() {
        return answers;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
