package io.judgeflow.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.RealGateway;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.testkit.server.TestKafka;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Two gateways on a real broker and a third that starts later: one key is one job. */
class IdempotencyIT {

    private static final String BODY = "{\"code\": \"print(%s)\", \"lang\": \"python\"}";

    @TempDir
    static Path data;

    private static TestKafka broker;
    private static RealGateway first;
    private static RealGateway second;
    private static TopicTail tail;
    private static final List<JobSubmitted> LOG = new CopyOnWriteArrayList<>();

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        broker = TestKafka.start(data);
        first = RealGateway.on(broker.bootstrapServers());
        second = RealGateway.on(broker.bootstrapServers());
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        tail = new TopicTail(consumers, "judgeflow", Clock.systemUTC()).on(Topics.SUBMISSIONS, null, LOG::add);
        tail.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> first.isReady() && second.isReady() && tail.caughtUp());
    }

    @AfterAll
    static void stop() {
        tail.stop();
        first.close();
        second.close();
        broker.close();
    }

    @Test
    void aRepetitionGetsTheSameIdOnEveryGatewayAndIsNotStoredAgain() {
        var id = id(post(first, BODY.formatted(1), key));
        assertThat(id).satisfies(made -> assertThat(JobId.of(made).derived()).isTrue());
        assertThat(id(post(first, BODY.formatted(1), key))).isEqualTo(id);
        await().untilAsserted(() ->
                assertThat(id(post(second, BODY.formatted(1), key))).isEqualTo(id));
        assertThat(id(post(first, BODY.formatted(1), UUID.randomUUID().toString())))
                .isNotEqualTo(id);
    }

    @Test
    void anotherBodyIsRefused() {
        var id = id(post(first, BODY.formatted(1), key));
        for (var gateway : List.of(first, second)) {
            var refused = post(gateway, BODY.formatted(2), key);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("urn:judgeflow:problem:idempotency-key-reused");
        }
        assertThat(id(post(second, BODY.formatted(1), key))).isEqualTo(id);
        var other = "{\"code\": \"print(1)\", \"lang\": \"python\", \"user_id\": \"somebody\"}";
        assertThat(id(post(second, other, key))).isNotEqualTo(id);
    }

    @Test
    void aGatewayThatStartsLaterKnowsTheKey() {
        var id = id(post(first, BODY.formatted(1), key));
        try (var third = RealGateway.on(broker.bootstrapServers())) {
            await().until(() -> third.isReady());
            assertThat(id(post(third, BODY.formatted(1), key))).isEqualTo(id);
            assertThat(post(third, BODY.formatted(2), key).statusCode()).isEqualTo(422);
        }
        assertThat(stored(id)).hasSize(1);
    }

    /** Whatever a race leaves in the log, everybody is told of the first, and only who sent that is told that it is theirs. */
    @Test
    void ofManyAtOnceTheFirstInTheLogIsTheJob() {
        var answers = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(i % 2 == 0 ? first : second, BODY.formatted(i % 4), key)))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        var accepted = IntStream.range(0, 40)
                .filter(i -> answers.get(i).join().statusCode() == 202)
                .boxed()
                .toList();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(202, 422));
        assertThat(accepted).isNotEmpty();
        var id = id(answers.get(accepted.getFirst()).join());
        await().untilAsserted(() -> assertThat(stored(id)).isNotEmpty());
        var winner = stored(id).getFirst().code();
        assertThat(accepted).allSatisfy(i -> assertThat("print(" + i % 4 + ")").isEqualTo(winner));
        assertThat(accepted).hasSize(10);
    }

    @Test
    void eachOfABatchHasAKeyOfItsOwn() {
        var body = "[" + BODY.formatted(1) + "," + BODY.formatted(1) + "]";
        var once = first.post("/api/execute/batch", body, "Idempotency-Key", key);
        assertThat(once.statusCode()).isEqualTo(202);
        assertThat(first.post("/api/execute/batch", body, "Idempotency-Key", key)
                        .body())
                .isEqualTo(once.body());
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThat(post(first, BODY.formatted(1), "").statusCode()).isEqualTo(400);
        assertThat(post(first, BODY.formatted(1), "x".repeat(256)).statusCode()).isEqualTo(400);
    }

    private static List<JobSubmitted> stored(String id) {
        return LOG.stream().filter(job -> job.jobId().toString().equals(id)).toList();
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow().substring("/api/status/".length());
    }

    private static HttpResponse<String> post(RealGateway gateway, String body, String key) {
        return gateway.post("/api/execute", body, "Idempotency-Key", key);
    }
}
