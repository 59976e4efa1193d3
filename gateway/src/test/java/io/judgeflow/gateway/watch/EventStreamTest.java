package io.judgeflow.gateway.watch;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.contracts.job.Status.RUNNING;
import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;
import static io.judgeflow.gateway.Jobs.state;
import static io.judgeflow.gateway.Jobs.youngId;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.view.JobView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@GatewayTest
class EventStreamTest {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebTestClient client;
    private final JobView view;
    private final Database database;
    private final int port;
    private final JobId id = oldId();

    EventStreamTest(WebTestClient client, JobView view, Database database, @LocalServerPort int port) {
        this.client = client;
        this.view = view;
        this.database = database;
        this.port = port;
    }

    @Test
    void beginsWithThePresentStateAndEndsAfterTheTerminalOne() {
        view.accept(queued(id));
        StepVerifier.create(states(stream("/api/stream/" + id)))
                .expectNext("1 queued")
                .then(() -> view.accept(state(id, RUNNING, 2)))
                .expectNext("2 running")
                .then(() -> view.accept(state(id, DONE, 5)))
                .expectNext("5 done")
                .verifyComplete();
        await().untilAsserted(() -> assertThat(view.watchers()).isZero());
    }

    @Test
    void resumesBehindWhatTheClientHas() {
        view.accept(state(id, RUNNING, 3));
        for (var resumed :
                List.of(stream("/api/stream/" + id + "?last_event_id=3"), stream("/api/stream/" + id, "3"))) {
            StepVerifier.create(states(resumed).take(1))
                    .expectSubscription()
                    .expectNoEvent(Duration.ofMillis(300))
                    .thenCancel()
                    .verify();
        }
        var resumed = stream("/api/stream/" + id + "?last_event_id=2", "3");
        StepVerifier.create(states(resumed))
                .then(() -> view.accept(state(id, DONE, 4)))
                .expectNext("4 done")
                .verifyComplete();
    }

    @Test
    void hasNothingToSayToWhoSawTheEnd() {
        view.accept(state(id, DONE, 4));
        client.get()
                .uri("/api/stream/" + id)
                .header("Last-Event-ID", "4")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NO_CONTENT);
        StepVerifier.create(states(stream("/api/stream/" + id, "nonsense")))
                .expectNext("4 done")
                .verifyComplete();
    }

    @Test
    void tellsOfAJobThatOnlyTheArchiveKnows() {
        database.rows.put(id, state(id, DONE, 7));
        StepVerifier.create(states(stream("/api/stream/" + id)))
                .expectNext("7 done")
                .verifyComplete();
    }

    @Test
    void waitsForAJobThatAnotherGatewayAcceptedAMomentAgo() {
        var young = youngId();
        Flux.interval(Duration.ofMillis(100)).take(1).subscribe(tick -> view.accept(state(young, DONE, 2)));
        StepVerifier.create(states(stream("/api/stream/" + young)))
                .expectNext("2 done")
                .verifyComplete();
    }

    @Test
    void aQuietStreamBeats() {
        view.accept(queued(id));
        StepVerifier.create(stream("/api/stream/" + id).filter(event -> event.data() == null))
                .expectNextCount(3)
                .thenCancel()
                .verify();
    }

    /** On the wire, as a browser reads it; then the connection goes away without a word. */
    @Test
    void aClientThatLeavesLeavesNothingBehind() throws IOException {
        view.accept(queued(id));
        try (var socket = request()) {
            assertThat(lines(socket).takeWhile(line -> !line.startsWith("data:")))
                    .contains("Content-Type: text/event-stream;charset=UTF-8", "id:1", "event:status", "retry:2000");
            assertThat(view.watchers()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(view.watchers()).isZero());
    }

    /** What the sockets hold is old news; everything between that and the end is left out, and waits nowhere. */
    @Test
    void aClientThatDoesNotReadGetsTheEndAndNotEveryStepToIt() throws IOException {
        view.accept(queued(id));
        try (var socket = request()) {
            await().until(() -> view.watchers() == 1);
            for (var version = 2; version < 1000; version++) {
                view.accept(state(id, RUNNING, version, "x".repeat(1_000_000)));
            }
            view.accept(state(id, DONE, 1000));
            StepVerifier.create(states(stream("/api/stream/" + id)))
                    .expectNext("1000 done")
                    .verifyComplete();
            var ids = lines(socket).filter(line -> line.startsWith("id:")).toList();
            assertThat(ids).hasSizeLessThan(20).startsWith("id:1").endsWith("id:1000");
        }
    }

    private Flux<ServerSentEvent<Map<String, Object>>> stream(String path, String... lastEventId) {
        var request = client.get().uri(path);
        Stream.of(lastEventId).forEach(seen -> request.header("Last-Event-ID", seen));
        return request.exchange().expectStatus().isOk().returnResult(EVENT).getResponseBody();
    }

    private Socket request() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(("GET /api/stream/" + id + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Stream<String> lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).lines();
    }

    private static Flux<String> states(Flux<ServerSentEvent<Map<String, Object>>> events) {
        return events.filter(event -> event.data() != null)
                .map(event -> event.id() + " " + requireNonNull(event.data()).get("status"));
    }
}
