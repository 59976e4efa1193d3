package io.judgeflow.gateway.transport;

import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;
import static io.judgeflow.gateway.Jobs.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.job.Status;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.view.JobView;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.test.StepVerifier;

@GatewayTest
class ClearTextHttp2Test {

    private static final String JOB = "{\"lang\": \"python\", \"code\": \"print(1)\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient KNOWING = HttpClient.newConnection().protocol(HttpProtocol.H2C);

    private final JobView view;
    private final String address;

    ClearTextHttp2Test(JobView view, @LocalServerPort int port) {
        this.view = view;
        this.address = "http://127.0.0.1:" + port;
    }

    @Test
    void manyStreamsShareAConnectionThatBeganWithASubmission() throws Exception {
        var ids = Stream.generate(() -> oldId()).limit(80).toList();
        ids.forEach(id -> view.accept(queued(id)));
        try (var asking = java.net.http.HttpClient.newHttpClient()) {
            var post = HttpRequest.newBuilder(URI.create(address + "/api/execute"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JOB))
                    .build();
            assertIsHttp2(202, asking.send(post, BodyHandlers.ofString()));
            var streams = ids.stream()
                    .map(id -> HttpRequest.newBuilder(URI.create(address + "/api/stream/" + id))
                            .build())
                    .map(stream -> asking.sendAsync(stream, BodyHandlers.ofString()))
                    .toList();
            await().atMost(PATIENCE).until(() -> view.watchers() == ids.size());
            assertIsHttp2(202, asking.send(post, BodyHandlers.ofString()));

            ids.forEach(id -> view.accept(state(id, Status.DONE, 2)));
            assertThat(streams.stream().map(CompletableFuture::join)).allSatisfy(stream -> {
                assertIsHttp2(200, stream);
                assertThat(stream.body()).contains("id:1\n", "id:2\n");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/status/%zz, 400",
        "/api/status/1, 400",
        "/api/stream/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51, 404",
        "//api/languages, 400",
        "/api/execute, 405",
        "/nowhere, 404"
    })
    void whatIsWrongIsAnsweredWithAProblem(String path, int status) {
        var answer = KNOWING.get().uri(address + path).responseSingle(ClearTextHttp2Test::whole);
        assertThat(answer.block(PATIENCE))
                .startsWith(status + " ")
                .contains("\"status\":" + status)
                .contains("\"detail\":\"");
    }

    @Test
    void aBodyThatIsNoJsonIsAnsweredWithAProblem() {
        var answer = KNOWING.headers(headers -> headers.set("Content-Type", "application/json"))
                .post()
                .uri(address + "/api/execute")
                .send(ByteBufMono.fromString(Mono.just("{")))
                .responseSingle(ClearTextHttp2Test::whole);
        assertThat(answer.block(PATIENCE)).startsWith("400 ").contains("\"status\":400");
    }

    @Test
    void aStreamThatIsNotReadGetsTheEndAndNotEveryStepToIt() {
        var id = oldId();
        view.accept(queued(id));
        var events = new StringBuilder();
        var stream = KNOWING.get().uri(address + "/api/stream/" + id).responseContent();
        StepVerifier.create(stream.asString(), 1)
                .consumeNextWith(events::append)
                .then(() -> {
                    for (var version = 2; version < 3000; version++) {
                        view.accept(state(id, Status.RUNNING, version, "x".repeat(20_000)));
                    }
                    view.accept(state(id, Status.DONE, 3000));
                })
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(part -> true, events::append)
                .expectComplete()
                .verify(PATIENCE);
        var ids = events.toString().lines().filter(line -> line.startsWith("id:"));
        assertThat(ids).hasSizeLessThan(30).startsWith("id:1").endsWith("id:3000");
    }

    private static void assertIsHttp2(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.version()).isEqualTo(Version.HTTP_2);
    }

    private static Mono<String> whole(HttpClientResponse answer, ByteBufMono body) {
        return body.asString().defaultIfEmpty("").map(text -> answer.status().code() + " " + text);
    }
}
