package io.judgeflow.gateway.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.RealGateway;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.testkit.hostile.BadRequest;
import io.judgeflow.testkit.hostile.BadRequests;
import io.judgeflow.testkit.hostile.Description;
import io.judgeflow.testkit.server.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of bad requests to every route: each is answered in time, with a status that the description names, with a
 * problem document when refused, and what was answered with an id lies in the topic. {@code -Dconformance.seed} repeats
 * a run.
 */
class ConformanceIT {

    private static final int REQUESTS = Integer.getInteger("conformance.requests", 4_000);
    private static final long SEED = Long.getLong("conformance.seed", System.nanoTime());
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
    private static Description description;

    private final BadRequests bad = new BadRequests(SEED);
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        broker = TestKafka.start(data);
        gateway = RealGateway.on(
                broker.bootstrapServers(),
                "judgeflow.gateway.lookup.patience=20ms",
                "judgeflow.gateway.lookup.longest-poll=50ms",
                "judgeflow.gateway.lookup.archive=100ms",
                "judgeflow.gateway.history.patience=100ms",
                "judgeflow.gateway.cancel.end=50ms");
        await().atMost(Duration.ofSeconds(30)).until(gateway::isReady);
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        tail = new TopicTail(consumers, "judgeflow", Clock.systemUTC())
                .on(Topics.SUBMISSIONS, null, ConformanceIT::stored);
        tail.start();
        await().atMost(Duration.ofSeconds(30)).until(tail::caughtUp);
        description = new Description(gateway.get("/openapi.json").body());
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
            var request = bad.at(i);
            try {
                var sent = request.to(gateway.address(""), NEVER_A_HANG);
                check(request, HTTP.send(sent, HttpResponse.BodyHandlers.ofInputStream()));
            } catch (IOException e) {
                faults.add("no answer: " + request + ": " + e);
            }
        }
        System.out.printf("%d bad requests, seed %d: %s; %d jobs%n", REQUESTS, SEED, answers, PROMISED.size());
        assertThat(faults).as("seed " + SEED).isEmpty();
        assertThat(PROMISED).hasSizeGreaterThan(REQUESTS / 50);
        await().untilAsserted(() -> assertThat(STORED).containsAll(PROMISED));
    }

    private void check(BadRequest request, HttpResponse<InputStream> answer) throws IOException {
        var status = answer.statusCode();
        answers.merge(request.route() + " " + status, 1, Integer::sum);
        try (var stream = answer.body()) {
            var body = status >= 400 ? new String(stream.readAllBytes(), UTF_8) : "";
            description
                    .complaint(request, status, answer.headers(), body)
                    .ifPresent(complaint -> faults.add(request + ": " + complaint));
            if (status == 202 && request.route().startsWith("/api/execute")) {
                JSON.readTree(stream.readAllBytes())
                        .findValuesAsString("job_id")
                        .forEach(this::promised);
            }
        }
    }

    private void promised(String id) {
        PROMISED.add(id);
        bad.learn(JobId.of(id));
    }

    private static void stored(JobSubmitted job) {
        STORED.add(job.jobId().toString());
    }
}
