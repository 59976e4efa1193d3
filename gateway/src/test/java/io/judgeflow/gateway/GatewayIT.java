package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.testkit.server.TestKafka;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways on a real broker, without a database: what one accepts the other streams. */
class GatewayIT {

    @TempDir
    static Path data;

    private static TestKafka broker;
    private static RealGateway first;
    private static RealGateway second;

    @BeforeAll
    static void start() {
        broker = TestKafka.start(data);
        first = RealGateway.on(broker.bootstrapServers());
        second = RealGateway.on(broker.bootstrapServers());
        await().atMost(Duration.ofSeconds(30)).until(() -> first.isReady() && second.isReady());
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        broker.close();
    }

    @Test
    void oneAcceptsAndTheOtherStreams() {
        var accepted = post("{\"code\": \"print(1)\", \"lang\": \"python\"}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        var id =
                JobId.of(accepted.headers().firstValue("Location").orElseThrow().substring("/api/status/".length()));
        var lines = second.lines("/api/stream/" + id).join();
        scored(id, Status.RUNNING, 2);
        scored(id, Status.DONE, 3);
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.body().filter(line -> line.startsWith("id:")))
                .startsWith("id:1")
                .endsWith("id:3");
        assertThat(first.get("/api/status/" + id + "?wait=10s").body()).contains("\"status\":\"done\"");
    }

    @Test
    void knowsWhatTheJudgesOffer() {
        var language = new Language(71, "Python (3.8.1)");
        publisher()
                .publish(
                        Topics.LANGUAGES,
                        "judge-a:2358",
                        new InstanceLanguages(Schema.VERSION, "judge-a:2358", List.of(language), Instant.EPOCH))
                .block();
        await().untilAsserted(
                        () -> assertThat(second.get("/api/languages").body()).contains("Python (3.8.1)"));
        assertThat(post("{\"code\": \"x\", \"lang\": \"klingon\"}").statusCode())
                .isEqualTo(422);
        assertThat(post("{\"code\": \"x\", \"lang\": \"python\"}").statusCode()).isEqualTo(202);
    }

    @Test
    void endsItsStreamsWhenItCloses() {
        var third = RealGateway.on(broker.bootstrapServers());
        await().until(() -> third.isReady());
        var id = post("{\"code\": \"print(1)\", \"lang\": \"71\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("/api/status/", "");
        var stream = third.lines("/api/stream/" + id).join();
        third.close();
        assertThat(stream.body().toList()).contains("id:1");
        var resumed = second.lines("/api/stream/" + id).join();
        scored(JobId.of(id), Status.DONE, 2);
        assertThat(resumed.body().toList()).contains("id:2");
    }

    @Test
    void doesNotSayUnknownWithoutTheDatabase() {
        assertThat(first.get("/api/status/" + Jobs.oldId()).statusCode()).isEqualTo(503);
    }

    @Test
    void showsItsMetricsAndItsPage() {
        assertThat(first.get("/actuator/prometheus").body()).contains("judgeflow_gateway_view_jobs");
        var page = first.get("/");
        assertThat(page.body()).contains("<!doctype html>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("script-src 'self'");
    }

    private static void scored(JobId id, Status status, long version) {
        publisher().publish(Topics.RESULTS, id, Jobs.state(id, status, version)).block();
    }

    private static EventPublisher publisher() {
        return first.context().getBean(EventPublisher.class);
    }

    private static HttpResponse<String> post(String body) {
        return first.post("/api/execute", body);
    }
}
