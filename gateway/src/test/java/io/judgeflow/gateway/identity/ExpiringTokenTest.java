package io.judgeflow.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.gateway.Jobs;
import io.judgeflow.gateway.view.JobView;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
@TestPropertySource(properties = "judgeflow.gateway.identity.jwt.clock-skew=0s")
class ExpiringTokenTest {

    private final WebTestClient client;
    private final JobView view;

    ExpiringTokenTest(WebTestClient client, JobView view) {
        this.client = client;
        this.view = view;
    }

    @ParameterizedTest
    @ValueSource(strings = {"?user=me", "?jobs=%s", "/%s"})
    void aStreamEndsWithTheTokenThatOpenedIt(String which) {
        var id = Jobs.oldId();
        view.accept(Jobs.queuedBy("alice", id));
        var path = "/api/stream" + which.formatted(id);

        assertThat(textOf(path, soonExpired())).contains(id.toString());
    }

    /** All that the stream says, which is known only once it has ended. */
    private String textOf(String path, String token) {
        var text = new StringBuilder();
        client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody()
                .doOnNext(text::append)
                .then()
                .block(Duration.ofSeconds(20));
        return text.toString();
    }

    private static String soonExpired() {
        var claims = Tokens.claims("alice").expirationTime(Tokens.at(Duration.ofSeconds(2)));
        return Tokens.hs256(claims.build(), Tokens.SECRET);
    }
}
