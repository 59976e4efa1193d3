package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.gateway.TestGateway.Database;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class ProblemsTest {

    private final WebTestClient client;
    private final Database database;
    private final Broker broker;
    private final int port;

    ProblemsTest(WebTestClient client, Database database, Broker broker, @LocalServerPort int port) {
        this.client = client;
        this.database = database;
        this.broker = broker;
        this.port = port;
    }

    @AfterEach
    void allIsWell() {
        database.away = false;
        broker.caughtUp = true;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404",
        "GET, /api, 404",
        "GET, /api/execute, 405",
        "DELETE, /api/execute, 405",
        "POST, /api/languages, 405",
        "PUT, /api/status/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51, 405",
        "GET, /api/status/no-id, 400",
        "GET, /api/status/1-1-1-1-1, 400",
        "GET, /api/stream/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a5z, 400",
        "GET, /api/status/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51?wait=soon, 400",
        "GET, /api/status/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51?wait=-1s, 400",
        "GET, /api/status/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51?wait=99999999999999999999d, 400",
        "GET, /api/status/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51, 404",
        "GET, /api/stream/0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51, 404",
        "GET, /actuator/env, 404"
    })
    void answersEveryWrongRequestWithAProblem(String method, String path, int status) {
        problem(method, path, MediaType.ALL_VALUE, HttpStatus.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/html", "image/png", "application/json", "garbage"})
    void aProblemIsAProblemWhateverTheClientAccepts(String accepted) {
        var path = accepted.equals("text/event-stream") ? "/api/stream/" : "/api/status/";
        var status = accepted.equals("text/event-stream") || accepted.equals("application/json")
                ? HttpStatus.NOT_FOUND
                : HttpStatus.NOT_ACCEPTABLE;
        problem("GET", path + Jobs.oldId(), accepted, status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/api/languages", "/pipeline.html", "/openapi.json"})
    void whoAcceptsAListOfNothingAcceptsAnything(String path) {
        client.get()
                .uri(path)
                .header(HttpHeaders.ACCEPT, ",")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void anAddressThatIsNoReferenceIsAProblemLikeAnyOther() {
        client.get()
                .uri(URI.create("http://localhost:" + port + "//"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.instance")
                .isEqualTo("/");
    }

    @Test
    void doesNotSayUnknownWhileTheArchiveIsAway() {
        database.away = true;
        for (var path : new String[] {"/api/status/", "/api/stream/"}) {
            problem("GET", path + Jobs.oldId(), MediaType.ALL_VALUE, HttpStatus.SERVICE_UNAVAILABLE)
                    .jsonPath("$.detail")
                    .value(String.class, detail -> assertThat(detail).doesNotContain("refused"));
        }
    }

    @Test
    void doesNotSayUnknownBeforeTheViewHasCaughtUp() {
        broker.caughtUp = false;
        problem("GET", "/api/status/" + Jobs.oldId(), MediaType.ALL_VALUE, HttpStatus.SERVICE_UNAVAILABLE);
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503);
        broker.caughtUp = true;
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }

    @Test
    void saysWhenToTryAgain() {
        database.away = true;
        client.get()
                .uri("/api/status/" + Jobs.oldId())
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "2");
    }

    private WebTestClient.BodyContentSpec problem(String method, String path, String accepted, HttpStatus status) {
        var answer = client.method(HttpMethod.valueOf(method))
                .uri(path)
                .header(HttpHeaders.ACCEPT, accepted)
                .exchange();
        return ProblemDocument.in(answer, status, path.replaceFirst("\\?.*", ""));
    }
}
