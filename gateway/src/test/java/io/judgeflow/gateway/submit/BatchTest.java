package io.judgeflow.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.TestGateway.Broker;
import java.util.Collections;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@GatewayTest
@TestPropertySource(properties = {"judgeflow.gateway.intake.waiting=100", "judgeflow.gateway.batch.items=20"})
class BatchTest {

    private static final String GOOD = "{\"code\": \"%s\", \"lang\": \"python\"}";

    private final WebTestClient client;
    private final Broker broker;

    BatchTest(WebTestClient client, Broker broker) {
        this.client = client;
        this.broker = broker;
    }

    @BeforeEach
    @AfterEach
    void brokerIsThere() {
        broker.answer = Mono.empty();
        broker.taken.clear();
    }

    @Test
    void answersForEachInOrder() {
        var body = post("[%s, {\"code\": 5, \"lang\": \"python\"}, 7, {\"code\": \"x\"}, %s]"
                        .formatted(GOOD.formatted("a"), GOOD.formatted("b")))
                .expectStatus()
                .isAccepted()
                .expectBody();
        assertThat(broker.taken).extracting(JobSubmitted::code).containsExactlyInAnyOrder("a", "b");
        body.jsonPath("$.length()").isEqualTo(5);
        for (var job : broker.taken) {
            body.jsonPath("$[%d].job_id".formatted(job.code().equals("a") ? 0 : 4))
                    .isEqualTo(job.jobId().toString());
        }
        body.jsonPath("$[0].problem").doesNotExist();
        body.jsonPath("$[1].problem.status").isEqualTo(422);
        body.jsonPath("$[1].problem.errors[0].field").isEqualTo("code");
        body.jsonPath("$[1].job_id").doesNotExist();
        body.jsonPath("$[2].problem.status").isEqualTo(400);
        body.jsonPath("$[3].problem.errors[0].field").isEqualTo("lang");
    }

    @Test
    void isRefusedWhenNothingInItIsValid() {
        problem("[{}, null]", HttpStatus.UNPROCESSABLE_CONTENT)
                .jsonPath("$.problems[0].status")
                .isEqualTo(422)
                .jsonPath("$.problems[1].status")
                .isEqualTo(400);
        assertThat(broker.taken).isEmpty();
    }

    @Test
    void canBeTriedAgainWhenNothingCouldBeStored() {
        broker.answer = Mono.error(new TimeoutException("no leader"));
        problem("[%s, {}]".formatted(GOOD), HttpStatus.SERVICE_UNAVAILABLE)
                .jsonPath("$.problems[0].status")
                .isEqualTo(503)
                .jsonPath("$.problems[1].status")
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|422", "{}|400", "null|400", "7|400", "[|400", "''|400"})
    void isAList(String body, int status) {
        problem(body, HttpStatus.valueOf(status));
    }

    @Test
    void isBounded() {
        problem(Collections.nCopies(21, GOOD).toString(), HttpStatus.UNPROCESSABLE_CONTENT);
        post(Collections.nCopies(20, GOOD).toString()).expectStatus().isAccepted();
        assertThat(broker.taken).hasSize(20);
    }

    private WebTestClient.BodyContentSpec problem(String body, HttpStatus status) {
        return post(body)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/api/execute/batch")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
