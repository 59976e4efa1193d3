package io.judgeflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.standalone.DescribedTopics.Found;
import io.judgeflow.testkit.gateway.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole stack, used by a platform team that has nothing but the AsyncAPI document of the gateway. */
class DescribedTopicsIT {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static StackProcess stack;
    private static GatewayClient gateway;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        stack = StackProcess.startAll(directory).awaitReady();
        gateway = stack.client();
        document = gateway.read("asyncapi.json");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        stack.end();
    }

    @Test
    void everyRecordIsAsDescribed() throws IOException {
        var job = example();
        write(job.get("jobId").asString(), job.toString(), TRACE);
        write(UUID.randomUUID().toString(), "{\"schemaVersion\": 1", TRACE);
        Stream.of("echo 1", "exit 3", "kill -9 $$", "echo č; echo bad >&2")
                .map(code -> gateway.execute(
                        Map.of("lang", "bash", "code", code, "expected_output", "1", "problem", "p", "user_id", "ada")))
                .toList()
                .forEach(accepted -> gateway.end(accepted.join()));
        var topics = new DescribedTopics(document);
        var seen =
                await().atMost(PATIENCE).until(() -> topics.read(stack.kafka()), DescribedTopicsIT::hasAllOfAGoodDay);
        assertThat(seen)
                .filteredOn(DescribedTopicsIT::ours)
                .hasSizeGreaterThan(30)
                .allSatisfy(record ->
                        assertThat(topics.complaints(record)).as("%s", record).isEmpty());
    }

    @Test
    void theGuideIsRightAboutKcat() throws IOException {
        new GuideExamples(directory, stack.kafka()).kcat();
    }

    @Test
    void theGuideIsRightAboutJava() throws IOException {
        new GuideExamples(directory, stack.kafka()).java();
    }

    @Test
    void theGuideIsRightAboutPython() throws IOException {
        new GuideExamples(directory, stack.kafka()).python();
    }

    @Test
    void aTraceGoesFromTheRequestToTheResults() throws Exception {
        var job = execute("{\"lang\": \"bash\", \"code\": \"sleep 0.2\"}");
        gateway.end(job);
        var records = new DescribedTopics(document)
                .read(stack.kafka()).stream()
                        .filter(record -> record.key().equals(job))
                        .collect(Collectors.groupingBy(Found::channel));
        assertThat(records).containsKeys("submissions", "pending", "verdicts", "results");
        for (var channel : List.of("submissions", "pending", "results")) {
            assertThat(records.get(channel))
                    .as(channel)
                    .allMatch(record -> TRACE.equals(record.headers().get("traceparent")));
        }
        assertThat(records.get("verdicts"))
                .anyMatch(record -> TRACE.equals(record.headers().get("traceparent")));
    }

    /** What the test itself wrote has no headers that say what it is. */
    private static boolean ours(Found record) {
        return record.headers().containsKey("ce_source") || record.channel().equals("deadLetters");
    }

    private static boolean hasAllOfAGoodDay(List<Found> records) {
        var channels = records.stream().map(Found::channel).collect(Collectors.toSet());
        return channels.containsAll(List.of(
                "submissions",
                "pending",
                "verdicts",
                "results",
                "leaderboard",
                "statistics",
                "languages",
                "deadLetters"));
    }

    /** The example of the document, as a job that can be run here. */
    private static JsonNode example() {
        var example =
                document.at("/components/schemas/job-submitted/examples/0").deepCopy();
        return ((ObjectNode) example).put("language", "bash");
    }

    private static void write(String key, String value, String trace) throws IOException {
        var topic = document.at("/channels/submissions/address").asString().replace("{prefix}", "judgeflow");
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            record.headers().add("traceparent", trace.getBytes(UTF_8));
            var sent = producer.send(record);
            producer.flush();
            assertThat(sent.state()).isEqualTo(Future.State.SUCCESS);
        }
    }

    private static String execute(String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(stack.playground()).resolve("api/execute"))
                    .header("Content-Type", "application/json")
                    .header("traceparent", TRACE)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new JsonMapper().readTree(answer.body()).get("job_id").asString();
        }
    }
}
