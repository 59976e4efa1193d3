package io.judgeflow.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.gateway.identity.GuardedGatewayTest;
import io.judgeflow.gateway.identity.Tokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
@TestPropertySource(
        properties = {
            "judgeflow.gateway.identity.anonymous=always",
            "judgeflow.gateway.rate-limit.submissions=2",
            "judgeflow.gateway.rate-limit.per=1h",
            "judgeflow.gateway.rate-limit.proxies=1"
        })
class RateLimitTest {

    private final WebTestClient client;

    RateLimitTest(WebTestClient client) {
        this.client = client;
    }

    @Test
    void tellsHowMuchIsLeftAndThenWhenToComeBack() {
        var alice = Tokens.of("alice");
        submit(alice, "192.0.2.1")
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"user\";q=2;w=3600")
                .expectHeader()
                .valueMatches("RateLimit", "\"user\";r=1;t=\\d+");
        submit(alice, "192.0.2.2").expectStatus().isAccepted();
        submit(alice, "192.0.2.3")
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .valueMatches("RateLimit", "\"user\";r=0;t=\\d+")
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        seconds -> assertThat(Integer.parseInt(Objects.requireNonNull(seconds)))
                                .isBetween(1700, 1800))
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:judgeflow:problem:too-many-requests");
    }

    @Test
    void limitsEachUserOnTheirOwnAndServicesMoreWidely() {
        exhaust(Tokens.of("bob"), "192.0.2.1");
        submit(Tokens.of("carol"), "192.0.2.1").expectStatus().isAccepted();
        for (var i = 0; i < 5; i++) {
            submit(GuardedGatewayTest.CI, "192.0.2.1")
                    .expectStatus()
                    .isAccepted()
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"service\";q=6000;w=3600");
        }
    }

    @Test
    void limitsCallersWithoutCredentialsByTheirAddress() {
        exhaust(null, "198.51.100.7");
        submit(null, "198.51.100.8").expectStatus().isAccepted();
    }

    @Test
    void whatAClientWritesLeftOfTheProxysWordCountsForNothing() {
        exhaust(null, "203.0.113.1, 198.51.100.9");
        submit(null, "203.0.113.2, 198.51.100.9").expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void aNetworkOfVersionSixIsOneCaller() {
        exhaust(null, "2001:db8:1:2::1");
        submit(null, "2001:db8:1:2:3::4").expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        submit(null, "2001:db8:1:3::1").expectStatus().isAccepted();
    }

    @Test
    void lookingIsFree() {
        exhaust(Tokens.of("dave"), "192.0.2.1");
        client.get()
                .uri("/api/languages")
                .headers(headers -> headers.setBearerAuth(Tokens.of("dave")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("RateLimit");
    }

    @Test
    void eachSubmissionOfABatchCounts() {
        var one = "{\"code\": \"print(1)\", \"lang\": \"python\"}";
        var erin = Tokens.of("erin");
        var body = post("/api/execute/batch", "[%s, %s, %s]".formatted(one, one, one), erin, "192.0.2.1")
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueMatches("RateLimit", "\"user\";r=0;t=\\d+")
                .expectBody();
        body.jsonPath("$[1].job_id").exists();
        body.jsonPath("$[2].problem.status").isEqualTo(429);
        submit(erin, "192.0.2.1").expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    private void exhaust(@Nullable String bearer, String address) {
        submit(bearer, address).expectStatus().isAccepted();
        submit(bearer, address).expectStatus().isAccepted();
        submit(bearer, address).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    private WebTestClient.ResponseSpec submit(@Nullable String bearer, String address) {
        return post("/api/execute", "{\"code\": \"print(1)\", \"lang\": \"python\"}", bearer, address);
    }

    private WebTestClient.ResponseSpec post(String path, String body, @Nullable String bearer, String address) {
        return client.post()
                .uri(path)
                .headers(headers -> {
                    if (bearer != null) {
                        headers.setBearerAuth(bearer);
                    }
                })
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
