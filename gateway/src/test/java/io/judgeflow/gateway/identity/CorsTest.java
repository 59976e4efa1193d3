package io.judgeflow.gateway.identity;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
@TestPropertySource(properties = "judgeflow.gateway.cors.origins=https://app.example")
class CorsTest {

    private final WebTestClient client;

    CorsTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void aBrowserMayAskForThePagesThatAreConfigured() {
        preflight("https://app.example")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://app.example")
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        client.get()
                .uri("/api/languages")
                .header(HttpHeaders.ORIGIN, "https://app.example")
                .headers(headers -> headers.setBearerAuth(GuardedGatewayTest.CI))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://app.example");
    }

    @Test
    void andForNoOthers() {
        preflight("https://evil.example")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    private WebTestClient.ResponseSpec preflight(String origin) {
        return client.options()
                .uri("/api/execute")
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization, content-type, traceparent")
                .exchange();
    }
}
