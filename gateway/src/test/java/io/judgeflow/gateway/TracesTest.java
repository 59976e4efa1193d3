package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.telemetry.trace.TraceParent;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** What a request has written knows the trace that it belongs to. */
@GatewayTest
class TracesTest {

    private static final String JOB = "{\"code\": \"x\", \"lang\": \"71\"}";
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final WebTestClient client;
    private final Broker broker;
    private final Queue<TraceParent> traces = new ConcurrentLinkedQueue<>();

    TracesTest(WebTestClient client, Broker broker) {
        this.client = client;
        this.broker = broker;
    }

    @BeforeEach
    void seeTheTraces() {
        broker.answer = Mono.deferContextual(
                context -> Mono.fromRunnable(() -> TraceParent.of(context).ifPresent(traces::add)));
    }

    @AfterEach
    void forget() {
        broker.answer = Mono.empty();
        broker.taken.clear();
    }

    @Test
    void itIsThatOfTheRequest() {
        post("/api/execute", JOB, Map.of(TraceParent.HEADER, GIVEN));
        assertThat(traces).containsExactly(new TraceParent(GIVEN));
    }

    @Test
    void itIsANewOneWithoutAValidOne() {
        post("/api/execute", JOB, Map.of());
        post("/api/execute", JOB, Map.of(TraceParent.HEADER, "nonsense"));
        assertThat(traces).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void allJobsOfABatchAreInIt() {
        post("/api/execute/batch", "[" + JOB + ", " + JOB + "]", Map.of(TraceParent.HEADER, GIVEN));
        assertThat(traces).containsExactly(new TraceParent(GIVEN), new TraceParent(GIVEN));
    }

    private void post(String path, String body, Map<String, String> headers) {
        client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(all -> headers.forEach(all::set))
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isAccepted();
    }
}
