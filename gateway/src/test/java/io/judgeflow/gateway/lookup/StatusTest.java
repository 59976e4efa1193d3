package io.judgeflow.gateway.lookup;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.contracts.job.Status.RUNNING;
import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;
import static io.judgeflow.gateway.Jobs.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.Jobs;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.view.JobView;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

@GatewayTest
class StatusTest {

    private final WebTestClient client;
    private final JobView view;
    private final Database database;
    private final JobId id = oldId();

    StatusTest(WebTestClient client, JobView view, Database database) {
        this.client = client;
        this.view = view;
        this.database = database;
    }

    @AfterEach
    void databaseIsThere() {
        database.away = false;
    }

    @Test
    void answersInSnakeCaseWithEveryDocumentedFieldAndWithoutTheCode() {
        view.accept(state(id, RUNNING, 2));
        status("").json("""
                {"job_id": "%s", "user_id": null, "language": "python", "status": "running", "score": null,
                 "verdict": null,
                 "tests": [{"test": 0, "name": "echo", "status": "queued", "verdict": null, "points": null,
                   "weight": 1.0, "attempt": 0, "instance": null, "checker": null, "stdout": null, "stderr": null,
                   "compile_output": null, "message": null, "time": null, "memory": null}],
                 "stdout": "hi\\n", "stderr": null, "compile_output": null, "message": null, "time": 0.02,
                 "memory": 3000, "attempt": 1, "version": 2, "problem": null, "rejudge_of": null,
                 "created_at": "2026-11-23T08:00:00Z", "updated_at": "2026-11-23T08:00:00Z"}
                """.formatted(id), org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void needsNoDatabaseForARecentJob() {
        database.away = true;
        view.accept(state(id, RUNNING, 2));
        status("").jsonPath("$.version").isEqualTo(2);
    }

    @Test
    void findsOlderJobsInTheArchive() {
        database.rows.put(id, state(id, DONE, 9));
        status("").jsonPath("$.version").isEqualTo(9).jsonPath("$.code").doesNotExist();
    }

    @Test
    void waitsForTheEnd() {
        view.accept(queued(id));
        Mono.delay(Duration.ofMillis(100)).subscribe(tick -> view.accept(state(id, RUNNING, 2)));
        Mono.delay(Duration.ofMillis(200)).subscribe(tick -> view.accept(state(id, DONE, 3)));
        status("?wait=10s").jsonPath("$.status").isEqualTo("done");
    }

    @Test
    void answersWithThePresentStateWhenTheTimeIsOver() {
        view.accept(queued(id));
        Mono.delay(Duration.ofMillis(50)).subscribe(tick -> view.accept(state(id, RUNNING, 2)));
        status("?wait=300ms").jsonPath("$.version").isEqualTo(2);
    }

    @Test
    void waitsNoLongerForAYoungIdThanItMust() {
        client.get()
                .uri("/api/status/" + Jobs.youngId())
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysThatNothingIsNewerThanWhatTheClientHas() {
        view.accept(state(id, RUNNING, 2));
        var tag = "W/\"2\"";
        request("", "W/\"1\"").expectStatus().isOk().expectHeader().valueEquals("ETag", tag);
        request("", tag)
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", tag)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, private")
                .expectBody()
                .isEmpty();
        request("?wait=100ms", tag).expectStatus().isNotModified();
        view.accept(state(id, DONE, 3));
        request("?wait=10s", tag).expectStatus().isOk().expectHeader().valueEquals("ETag", "W/\"3-end\"");
        request("?wait=10s", "W/\"3-end\"").expectStatus().isNotModified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "W/", "3", "W/\"3\", \"4\"", ",", "\u00fc"})
    void anEntityTagThatIsNoneIsNoError(String tag) {
        view.accept(state(id, RUNNING, 2));
        request("", tag).expectStatus().value(status -> assertThat(status).isIn(200, 304));
    }

    private WebTestClient.ResponseSpec request(String query, String known) {
        return client.get()
                .uri("/api/status/" + id + query)
                .header("If-None-Match", known)
                .exchange();
    }

    private WebTestClient.BodyContentSpec status(String query) {
        return client.get()
                .uri("/api/status/" + id + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
