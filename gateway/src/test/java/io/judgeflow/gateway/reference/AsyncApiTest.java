package io.judgeflow.gateway.reference;

import io.judgeflow.contracts.description.AsyncApi;
import io.judgeflow.gateway.identity.GuardedGatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
class AsyncApiTest {

    private final WebTestClient client;

    AsyncApiTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void handsOutTheDescriptionOfTheTopicsToAnybody() {
        client.get()
                .uri("/asyncapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(byte[].class)
                .isEqualTo(AsyncApi.document());
    }
}
