package io.judgeflow.gateway.history;

import static io.judgeflow.gateway.Jobs.oldId;

import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.store.ExecutionSummary;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class HistoryTest {

    private static final Instant NEWEST = Instant.parse("2026-11-23T08:00:00Z");

    private final WebTestClient client;
    private final Database database;

    HistoryTest(WebTestClient client, Database database) {
        this.client = client;
        this.database = database;
    }

    @AfterEach
    void databaseIsThere() {
        database.away = false;
        database.history.clear();
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        for (var i = 0; i < 3; i++) {
            database.history.add(line(NEWEST.minusSeconds(i)));
        }
        var first = get("?user_id=u1&limit=2").expectStatus().isOk().expectBody();
        var second = database.history.get(1);
        first.jsonPath("$.executions.length()").isEqualTo(2);
        first.jsonPath("$.executions[1].job_id").isEqualTo(second.jobId().toString());
        first.jsonPath("$.executions[1].created_at").isEqualTo("2026-11-23T07:59:59Z");
        first.jsonPath("$.next_cursor").isEqualTo(second.cursor().toString());
        get("?user_id=u1&limit=2&cursor=" + second.cursor())
                .expectBody()
                .jsonPath("$.executions.length()")
                .isEqualTo(1)
                .jsonPath("$.next_cursor")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?user_id=",
                "?user_id=u&limit=0",
                "?user_id=u&limit=101",
                "?user_id=u&limit=x",
                "?user_id=u&cursor=x",
                "?user_id=u&cursor=2026-11-23T07:59:59Z_x",
                "?user_id=u&cursor="
            })
    void refusesWhatItCannotUnderstand(String query) {
        problem(query, HttpStatus.BAD_REQUEST);
    }

    @Test
    void saysWhenToTryAgainWithoutTheDatabase() {
        database.away = true;
        problem("?user_id=u1", HttpStatus.SERVICE_UNAVAILABLE).expectHeader().valueEquals("Retry-After", "2");
    }

    private WebTestClient.ResponseSpec problem(String query, HttpStatus status) {
        return get(query)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private WebTestClient.ResponseSpec get(String query) {
        return client.get().uri("/api/executions" + query).exchange();
    }

    private static ExecutionSummary line(Instant at) {
        return new ExecutionSummary(
                oldId(), "python", Status.DONE, 100, Verdict.ACCEPTED, 0.1, 3000, 1, 3, at, at.plusSeconds(1));
    }
}
