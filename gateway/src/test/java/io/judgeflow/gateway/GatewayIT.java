package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.kafka.publish.EventPublisher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two gateways on a real broker, without a database: what one accepts the other streams. */
class GatewayIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int READY = 200;

    @TempDir
    static Path data;

    private static KafkaBroker broker;
    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(data, LoopbackPort.ANY, LoopbackPort.ANY);
        first = gateway();
        second = gateway();
        await().atMost(Duration.ofSeconds(30)).until(() -> ready(first) && ready(second));
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        broker.close();
    }

    @Test
    void oneAcceptsAndTheOtherStreams() throws Exception {
        var accepted = post("{\"code\": \"print(1)\", \"lang\": \"python\"}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        var id =
                JobId.of(accepted.headers().firstValue("Location").orElseThrow().substring("/api/status/".length()));
        var lines = HTTP.send(request(second, "/api/stream/" + id), HttpResponse.BodyHandlers.ofLines());
        scored(id, Status.RUNNING, 2);
        scored(id, Status.DONE, 3);
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.body().filter(line -> line.startsWith("id:")))
                .startsWith("id:1")
                .endsWith("id:3");
        assertThat(get(first, "/api/status/" + id + "?wait=10s").body()).contains("\"status\":\"done\"");
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
                        () -> assertThat(get(second, "/api/languages").body()).contains("Python (3.8.1)"));
        assertThat(post("{\"code\": \"x\", \"lang\": \"klingon\"}").statusCode())
                .isEqualTo(422);
        assertThat(post("{\"code\": \"x\", \"lang\": \"python\"}").statusCode()).isEqualTo(202);
    }

    @Test
    void endsItsStreamsWhenItCloses() {
        var third = gateway();
        await().until(() -> ready(third));
        var id = post("{\"code\": \"print(1)\", \"lang\": \"71\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replace("/api/status/", "");
        var stream = HTTP.sendAsync(request(third, "/api/stream/" + id), HttpResponse.BodyHandlers.ofLines())
                .join();
        third.close();
        assertThat(stream.body().toList()).contains("id:1");
        var resumed = HTTP.sendAsync(request(second, "/api/stream/" + id), HttpResponse.BodyHandlers.ofLines())
                .join();
        scored(JobId.of(id), Status.DONE, 2);
        assertThat(resumed.body().toList()).contains("id:2");
    }

    @Test
    void doesNotSayUnknownWithoutTheDatabase() {
        assertThat(get(first, "/api/status/" + Jobs.oldId()).statusCode()).isEqualTo(503);
    }

    @Test
    void showsItsMetricsAndItsPage() {
        assertThat(get(first, "/actuator/prometheus").body()).contains("judgeflow_gateway_view_jobs");
        var page = get(first, "/");
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
        return first.getBean(EventPublisher.class);
    }

    private static ConfigurableApplicationContext gateway() {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .registerShutdownHook(false)
                .run(Stream.of(
                                "spring.config.name=gateway",
                                "server.port=0",
                                "judgeflow.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                                "judgeflow.database.url=postgresql://nobody:nothing@127.0.0.1:1/none")
                        .map(property -> "--" + property)
                        .toArray(String[]::new));
    }

    private static boolean ready(ConfigurableApplicationContext gateway) {
        return get(gateway, "/actuator/health/readiness").statusCode() == READY;
    }

    private static HttpResponse<String> post(String body) {
        return send(HttpRequest.newBuilder(address(first, "/api/execute"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext gateway, String path) {
        return send(request(gateway, path));
    }

    private static HttpRequest request(ConfigurableApplicationContext gateway, String path) {
        return HttpRequest.newBuilder(address(gateway, path)).build();
    }

    private static URI address(ConfigurableApplicationContext gateway, String path) {
        var server = ((WebServerApplicationContext) gateway).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()) + path);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
