package io.judgeflow.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.Jobs;
import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.view.JobView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Everybody's own jobs, where several are submitted, listed, watched or cancelled. */
@GuardedGatewayTest
class OwnJobsTest {

    private final WebTestClient client;
    private final Broker broker;
    private final JobView view;
    private final Database database;

    OwnJobsTest(WebTestClient client, Broker broker, JobView view, Database database) {
        this.client = client;
        this.broker = broker;
        this.view = view;
        this.database = database;
    }

    @BeforeEach
    void forgetWhatOtherTestsDid() {
        broker.taken.clear();
        database.asked.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?user_id=me", "?user_id=alice"})
    void aUsersHistoryIsTheirOwn(String query) {
        get("/api/executions" + query, Tokens.of("alice")).expectStatus().isOk();
        assertThat(database.asked).containsExactly("alice");
    }

    @Test
    void aServicesHistoryIsItsOwnOrWhoseItMayActFor() {
        get("/api/executions", GuardedGatewayTest.CI).expectStatus().isOk();
        get("/api/executions?user_id=bob", GuardedGatewayTest.PLATFORM)
                .expectStatus()
                .isOk();
        assertThat(database.asked).containsExactly("service:ci", "bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/executions?user_id=bob", "/api/stream?user=bob"})
    void nobodyElseIsToldOfAnothersJobs(String path) {
        get(path, Tokens.of("alice")).expectStatus().isForbidden();
        get(path, GuardedGatewayTest.CI).expectStatus().isForbidden();
        assertThat(database.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"me, alice, 200", "alice, alice, 200", "bob, alice, 403"})
    void aUserWatchesTheirOwnJobs(String named, String caller, int status) {
        get("/api/stream?user=" + named, Tokens.of(caller)).expectStatus().isEqualTo(status);
    }

    @Test
    void anothersJobAmongSeveralIsNone() {
        var path = "/api/stream?jobs=" + known("alice") + "," + known("bob");
        get(path, Tokens.of("alice")).expectStatus().isNotFound();
        get(path, GuardedGatewayTest.PLATFORM).expectStatus().isOk();
    }

    @Test
    void anothersJobIsNotCancelled() {
        var id = known("alice");
        cancel(id, Tokens.of("bob")).expectStatus().isNotFound();
        cancel(id, GuardedGatewayTest.CI).expectStatus().isNotFound();
        assertThat(broker.cancelled).doesNotContain(id);
        cancel(id, Tokens.of("alice")).expectStatus().isAccepted();
        assertThat(broker.cancelled).contains(id);
    }

    @Test
    void eachSubmissionOfABatchIsAskedForItsOwner() {
        var body = batch("[%s, %s]".formatted(named("alice"), named("bob")), Tokens.of("alice"))
                .expectStatus()
                .isAccepted()
                .expectBody();
        body.jsonPath("$[0].job_id").exists();
        body.jsonPath("$[1].problem.status").isEqualTo(403);
        assertThat(broker.taken)
                .singleElement()
                .satisfies(job -> assertThat(job.userId()).isEqualTo("alice"));
    }

    private static String named(String user) {
        return "{\"code\": \"1\", \"lang\": \"python\", \"user_id\": \"" + user + "\"}";
    }

    private JobId known(String user) {
        var id = Jobs.oldId();
        view.accept(Jobs.queuedBy(user, id));
        return id;
    }

    private WebTestClient.ResponseSpec cancel(JobId id, String bearer) {
        return client.delete()
                .uri("/api/executions/" + id)
                .headers(headers -> headers.setBearerAuth(bearer))
                .exchange();
    }

    private WebTestClient.ResponseSpec batch(String body, String bearer) {
        return client.method(HttpMethod.POST)
                .uri("/api/execute/batch")
                .headers(headers -> headers.setBearerAuth(bearer))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String path, String bearer) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(bearer))
                .exchange();
    }
}
