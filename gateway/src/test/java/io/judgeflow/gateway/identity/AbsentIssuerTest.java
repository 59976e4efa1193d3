package io.judgeflow.gateway.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.judgeflow.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
@TestPropertySource(
        properties = {
            "judgeflow.gateway.identity.jwt.jwks-url=http://127.0.0.1:1/jwks.json",
            "judgeflow.gateway.identity.api-keys=ci:" + GuardedGatewayTest.CI_HASH
        })
class AbsentIssuerTest {

    private final WebTestClient client;

    AbsentIssuerTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void isNotTheCallersFault() throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("first").generate();
        client.get()
                .uri("/api/languages")
                .headers(headers -> headers.setBearerAuth(
                        Tokens.es256(Tokens.claims("alice").build(), key)))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);
    }

    @Test
    void doesNotHoldUpServices() {
        client.get()
                .uri("/api/languages")
                .headers(headers -> headers.setBearerAuth(GuardedGatewayTest.CI))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
