package io.judgeflow.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.Jobs;
import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.view.JobView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
class CallersTest {

    private final WebTestClient client;
    private final Broker broker;
    private final JobView view;
    private final Database database;

    CallersTest(WebTestClient client, Broker broker, JobView view, Database database) {
        this.client = client;
        this.broker = broker;
        this.view = view;
        this.database = database;
    }

    @BeforeEach
    void forgetWhatOtherTestsSubmitted() {
        broker.taken.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/execute",
        "POST, /api/execute/batch",
        "GET, /api/executions",
        "DELETE, /api/executions/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51",
        "GET, /api/stream?user=me",
        "GET, /api/languages",
        "GET, /api/status/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51",
        "GET, /api/stream/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51",
        "GET, /api/stream/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51?access_token=key-of-the-ci",
        "GET, /actuator/prometheus",
        "GET, /actuator",
        "GET, /nowhere",
        "DELETE, /",
        "OPTIONS, /api/execute"
    })
    void wantsToKnowWhoAsks(String method, String path) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:judgeflow:problem:no-credentials");
    }

    @Test
    void noOtherSitesPageMayCall() {
        client.get()
                .uri("/api/languages")
                .header(HttpHeaders.ORIGIN, "https://app.example")
                .headers(headers -> headers.setBearerAuth(GuardedGatewayTest.CI))
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/pipeline.html", "/icon.svg", "/actuator/health", "/actuator/health/readiness"})
    void thePageAndTheHealthAreForEveryone(String path) {
        client.get().uri(path).exchange().expectStatus().isOk();
    }

    @Test
    void onlyServicesSeeTheMetricsAndThePartsOfTheHealth() {
        health(null).jsonPath("$.components").doesNotExist();
        health(Tokens.of("alice")).jsonPath("$.components").doesNotExist();
        health(GuardedGatewayTest.CI).jsonPath("$.components").exists();
        get("/actuator/prometheus", Tokens.of("alice")).expectStatus().isForbidden();
        get("/actuator/prometheus", GuardedGatewayTest.CI).expectStatus().isOk();
    }

    @Test
    void aUsersSubmissionIsTheirs() {
        submit(Tokens.of("alice"), null).expectStatus().isAccepted();
        submit(Tokens.of("alice"), "alice").expectStatus().isAccepted();
        assertThat(broker.taken)
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.userId()).isEqualTo("alice"));
    }

    @Test
    void aServiceThatMayActForUsersDoes() {
        submit(GuardedGatewayTest.PLATFORM, "bob").expectStatus().isAccepted();
        assertThat(broker.taken.remove().userId()).isEqualTo("bob");
        submit(GuardedGatewayTest.PLATFORM, null).expectStatus().isAccepted();
        assertThat(broker.taken.remove().userId()).isEqualTo("service:platform");
    }

    @Test
    void nobodyElseSubmitsInAnothersName() {
        notAllowed(submit(Tokens.of("alice"), "bob"));
        notAllowed(submit(GuardedGatewayTest.CI, "bob"));
        notAllowed(submit(GuardedGatewayTest.PLATFORM, "service:ci"));
        assertThat(broker.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/status/", "/api/stream/"})
    void aUserSeesTheirOwnJobsAndThoseOfNobody(String path) {
        var own = known("alice");
        sees(path, own, Tokens.of("alice"), true);
        sees(path, own, GuardedGatewayTest.PLATFORM, true);
        sees(path, own, Tokens.of("bob"), false);
        sees(path, own, GuardedGatewayTest.CI, false);
        var nobodys = Jobs.oldId();
        view.accept(Jobs.queued(nobodys));
        sees(path, nobodys, Tokens.of("bob"), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/status/", "/api/stream/"})
    void aServiceSeesItsOwnJobsAndNotThoseOfAnother(String path) {
        var own = known("service:ci");
        sees(path, own, GuardedGatewayTest.CI, true);
        sees(path, own, GuardedGatewayTest.PLATFORM, true);
        sees(path, own, GuardedGatewayTest.GRADER, false);
        sees(path, own, Tokens.of("alice"), false);
    }

    @Test
    void anothersJobLooksLikeNone() {
        var ofAlice = Jobs.oldId();
        database.rows.put(ofAlice, Jobs.queuedBy("alice", ofAlice));
        var none = Jobs.oldId();
        assertThat(refusal(ofAlice)).isEqualTo(refusal(none).replace(none.toString(), ofAlice.toString()));
    }

    private String refusal(JobId id) {
        var answer = get("/api/status/" + id, Tokens.of("bob"))
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .returnResult();
        return answer.getResponseHeaders() + " " + answer.getResponseBody();
    }

    private JobId known(String user) {
        var id = Jobs.oldId();
        view.accept(Jobs.queuedBy(user, id));
        return id;
    }

    private void sees(String path, JobId id, String bearer, boolean seen) {
        get(path + id, bearer).expectStatus().isEqualTo(seen ? 200 : 404);
    }

    private WebTestClient.ResponseSpec get(String path, String bearer) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(bearer))
                .exchange();
    }

    private WebTestClient.BodyContentSpec health(@Nullable String bearer) {
        return client.get()
                .uri("/actuator/health")
                .headers(headers -> {
                    if (bearer != null) {
                        headers.setBearerAuth(bearer);
                    }
                })
                .exchange()
                .expectBody();
    }

    private WebTestClient.ResponseSpec submit(String bearer, @Nullable String user) {
        var named = user == null ? "" : ", \"user_id\": \"" + user + "\"";
        return client.post()
                .uri("/api/execute")
                .headers(headers -> headers.setBearerAuth(bearer))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"code\": \"print(1)\", \"lang\": \"python\"" + named + "}")
                .exchange();
    }

    private static void notAllowed(WebTestClient.ResponseSpec answer) {
        answer.expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:judgeflow:problem:not-allowed");
    }
}
