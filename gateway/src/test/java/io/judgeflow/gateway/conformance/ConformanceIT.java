package io.judgeflow.gateway.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.RealGateway;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.testkit.server.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of bad requests to every route: each is answered in time, with a status that the description names, with a
 * problem document when refused, and what was answered with an id lies in the topic. {@code -Dconformance.seed} repeats
 * a run.
 */
class ConformanceIT {

    private static final int REQUESTS = Integer.getInteger("conformance.requests", 4_000);
    private static final long SEED = Long.getLong("conformance.seed", System.nanoTime());
    /** Of all routes, in bytes. */
    private static final int LARGEST_BODY = 1 << 20;

    private static final Duration NEVER_A_HANG = Duration.ofSeconds(15);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> STORED = ConcurrentHashMap.newKeySet();
    private static final Set<String> PROMISED = ConcurrentHashMap.newKeySet();

    @TempDir
    static Path data;

    private static TestKafka broker;
    private static TopicTail tail;
    private static RealGateway gateway;
    private static JsonNode description;

    private final BadInput bad = new BadInput(SEED);
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        broker = TestKafka.start(data);
        gateway = RealGateway.on(
                broker.bootstrapServers(),
                "judgeflow.gateway.lookup.patience=20ms",
                "judgeflow.gateway.lookup.longest-poll=50ms",
                "judgeflow.gateway.cancel.end=50ms");
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        tail = new TopicTail(consumers, "judgeflow", Clock.systemUTC())
                .on(Topics.SUBMISSIONS, null, ConformanceIT::stored);
        tail.start();
        await().atMost(Duration.ofSeconds(30)).until(tail::caughtUp);
        description = JSON.readTree(gateway.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        tail.stop();
        gateway.close();
        broker.close();
    }

    @Test
    void everyBadRequestIsAnsweredAsDescribed() throws InterruptedException {
        for (var i = 0; i < REQUESTS; i++) {
            var request = bad.next();
            try {
                check(request, HTTP.send(request(request), HttpResponse.BodyHandlers.ofInputStream()));
            } catch (IOException e) {
                faults.add("no answer: " + request + ": " + e);
            } catch (AssertionError e) {
                faults.add(e.getMessage());
            }
        }
        System.out.printf("%d bad requests, seed %d: %s; %d jobs%n", REQUESTS, SEED, answers, PROMISED.size());
        assertThat(faults).as("seed " + SEED).isEmpty();
        assertThat(PROMISED).hasSizeGreaterThan(REQUESTS / 50);
        await().untilAsserted(() -> assertThat(STORED).containsAll(PROMISED));
    }

    private void check(BadInput.Request request, HttpResponse<InputStream> answer) throws IOException {
        var status = answer.statusCode();
        answers.merge(request.route() + " " + status, 1, Integer::sum);
        assertThat(allowed(request)).as("seed %d: %s", SEED, request).contains(status);
        try (var body = answer.body()) {
            if (status >= 400) {
                assertProblem(request, answer, new String(body.readAllBytes(), UTF_8));
            } else if (status == 202 && request.route().startsWith("/api/execute")) {
                JSON.readTree(body.readAllBytes()).findValuesAsString("job_id").forEach(this::promised);
            }
        }
    }

    private void assertProblem(BadInput.Request request, HttpResponse<InputStream> answer, String body) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(type).as("seed %d: %s: %s", SEED, request, body).isEqualTo("application/problem+json");
        var problem = JSON.readTree(body);
        assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.get("title").asString()).isNotBlank();
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private void promised(String id) {
        PROMISED.add(id);
        bad.learn(JobId.of(id));
    }

    private static void stored(JobSubmitted job) {
        STORED.add(job.jobId().toString());
    }

    /** What the description names; and where it is not this route any more, or not this method, what says so. */
    private static Set<Integer> allowed(BadInput.Request request) {
        var operations = description.get("paths").get(request.route());
        var operation = operations.get(request.method().toLowerCase(Locale.ROOT));
        if (operation == null) {
            var elsewhere = new HashSet<>(Set.of(200, 404, 405, 400, 403, 406));
            if (request.bytes().length > LARGEST_BODY) {
                // The first request of a connection asks for HTTP/2, and is read whole before anybody looks where it
                // goes.
                elsewhere.add(413);
            }
            return elsewhere;
        }
        var named = operation.get("responses").propertyNames().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        if (request.route().contains("{id}")) {
            // An id that is empty or has a slash in it makes another route of it.
            named.addAll(Set.of(404, 405));
        }
        return named;
    }

    private static HttpRequest request(BadInput.Request request) {
        var builder = gateway.request(request.path())
                .version(version(request))
                .timeout(NEVER_A_HANG)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.bytes()));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    /** Half of them by HTTP/2, but for headers larger than a client of that lets out. */
    private static Version version(BadInput.Request request) {
        var headers =
                request.headers().values().stream().mapToInt(String::length).sum();
        return headers > 4096 || request.path().hashCode() % 2 == 0 ? Version.HTTP_1_1 : Version.HTTP_2;
    }
}
