package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.gateway.TestGateway.Broker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@GatewayTest
class ExecuteTest {

    /** As {@link GatewayTest} sets it. */
    private static final int IN_FLIGHT = 2;

    private final WebTestClient client;
    private final ExecuteCalls execute;
    private final Broker broker;

    ExecuteTest(WebTestClient client, Broker broker) {
        this.client = client;
        this.execute = new ExecuteCalls(client);
        this.broker = broker;
    }

    @BeforeEach
    @AfterEach
    void brokerIsThere() {
        broker.answer = Mono.empty();
        broker.taken.clear();
    }

    @Test
    void answersWithAnIdAndWhereToLook() {
        var body = execute.post("""
                {"code": "print(input())", "lang": "python", "stdin": "hi", "expected_output": "hi", "user_id": "u1"}
                """)
                .expectStatus()
                .isAccepted()
                .expectBody(String.class)
                .returnResult();
        var job = broker.taken.remove();
        assertThat(body.getResponseBody()).isEqualTo("{\"job_id\":\"%s\"}", job.jobId());
        assertThat(body.getResponseHeaders().getLocation()).hasToString("/api/status/" + job.jobId());
        assertThat(job.jobId().value().version()).isEqualTo(7);
        assertThat(job.userId()).isEqualTo("u1");
        assertThat(job.tests()).singleElement().satisfies(test -> {
            assertThat(test.stdin()).isEqualTo("hi");
            assertThat(test.expectedOutput()).isEqualTo("hi");
            assertThat(test.weight()).isEqualTo(1);
        });
    }

    @Test
    void takesEverythingThatAJobCanHave() {
        execute.post("""
                {"code": "x", "lang": 71, "unknown": true,
                 "tests": [{"name": "a", "stdin": "1", "expected_output": "2", "weight": 2.5}, {}],
                 "limits": {"cpu_time": 2, "wall_time": 5.5, "memory": 128000},
                 "scoring": {"policy": "all-or-nothing", "points": {"wrong_answer": 10}}}
                """).expectStatus().isAccepted();
        var job = broker.taken.remove();
        assertThat(job.language()).isEqualTo("71");
        assertThat(job.tests()).hasSize(2);
        assertThat(job.tests().getFirst().weight()).isEqualTo(2.5);
        assertThat(job.limits().wallTime()).isEqualTo(5.5);
        assertThat(job.scoring().policy()).isEqualTo(Scoring.Policy.ALL_OR_NOTHING);
        assertThat(job.scoring().points()).isEqualTo(new Scoring.Points(100, 10, 0, 0));
    }

    @Test
    void storesNothingThatItCouldNotAnswer() {
        client.post()
                .uri("/api/execute")
                .header("Accept", "application/json; charset=utf-16")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"code\": \"x\", \"lang\": \"python\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_ACCEPTABLE);
        assertThat(broker.taken).isEmpty();
    }

    @Test
    void theJobCanBeLookedUpAtOnce() {
        var location = execute.post("{\"code\": \"x\", \"lang\": \"python\"}")
                .expectStatus()
                .isAccepted()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        client.get()
                .uri(String.valueOf(location))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("queued");
    }

    @Test
    void saysThatItCannotBeStoredWhenTheBrokerIsAway() {
        broker.answer = Mono.error(new TimeoutException("no leader"));
        execute.problem("{\"code\": \"x\", \"lang\": \"python\"}", HttpStatus.SERVICE_UNAVAILABLE)
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).doesNotContain("leader"));
        assertThat(broker.taken).isEmpty();
    }

    /** As a producer does that has lost its brokers: two wait, the third is turned away, and the rest goes on. */
    @Test
    void aBrokerThatBlocksHoldsNothingElseUp() {
        var blocked = new CountDownLatch(1);
        broker.answer = Mono.fromRunnable(() -> Awaitility.await().until(() -> blocked.getCount() == 0));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> "{\"code\": \"x\", \"lang\": \"python\"}")
                    .limit(IN_FLIGHT + 1)
                    .map(body -> CompletableFuture.supplyAsync(() -> execute.post(body), threads))
                    .toList();
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
            client.get().uri("/api/languages").exchange().expectStatus().isOk();
            blocked.countDown();
            assertThat(answers)
                    .map(answer -> answer.join()
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value())
                    .containsExactlyInAnyOrder(202, 202, 503);
        }
    }

    @Test
    void saysThatItIsTooLargeWhenTheBrokerTakesNoRecordOfThisSize() {
        broker.answer = Mono.error(new RecordTooLargeException("1048588"));
        execute.problem("{\"code\": \"x\", \"lang\": \"python\"}", HttpStatus.CONTENT_TOO_LARGE);
    }
}
