package io.judgeflow.gateway;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class OwnMachineTest {

    private final WebTestClient client;

    OwnMachineTest(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1", "127.8.9.10:1", "[::1]", "[::1]:8080"})
    void answersToItsOwnNames(String host) {
        get(host).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example", "10.0.0.1", "[::2]", "a b", "@"})
    void refusesEveryOtherHost(String host) {
        get(host)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:judgeflow:problem:foreign-request")
                .jsonPath("$.instance")
                .isEqualTo("/api/languages");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, 202",
        "http://evil.example, 403",
        "http://localhost.evil.example, 403",
        "null, 403",
        "http://127.0.0.1:8080, 403"
    })
    void takesSubmissionsFromItsOwnPagesOnly(String origin, int status) {
        client.post()
                .uri("/api/execute")
                .header(HttpHeaders.HOST, "localhost:8080")
                .header(HttpHeaders.ORIGIN, origin)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"code\": \"print(1)\", \"lang\": \"python\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private WebTestClient.ResponseSpec get(String host) {
        return client.get().uri("/api/languages").header(HttpHeaders.HOST, host).exchange();
    }
}
