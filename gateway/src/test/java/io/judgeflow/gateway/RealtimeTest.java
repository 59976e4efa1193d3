package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.gateway.realtime.RealtimeSettings;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

class RealtimeTest {

    private static final String POLICY = "Content-Security-Policy";

    @Nested
    @GatewayTest
    class WithoutIt {

        private final WebTestClient client;

        WithoutIt(WebTestClient client) {
            this.client = client;
        }

        @Test
        void thereIsNothingToTell() {
            var answer = client.get().uri("/api/realtime").exchange();
            answer.expectStatus().isNoContent();
            answer.expectHeader().value(POLICY, policy -> assertThat(policy).contains("connect-src 'self';"));
        }
    }

    @Nested
    @GatewayTest
    @TestPropertySource(
            properties = {
                "judgeflow.gateway.realtime.url=https://project.supabase.co/",
                "judgeflow.gateway.realtime.key=public"
            })
    class WithIt {

        private final WebTestClient client;

        WithIt(WebTestClient client) {
            this.client = client;
        }

        @Test
        void thePageIsToldWhereItIsAndMayConnectThereAndNowhereElse() {
            var answer = client.get().uri("/api/realtime").exchange();
            answer.expectHeader()
                    .value(
                            POLICY,
                            policy -> assertThat(policy)
                                    .contains("connect-src 'self' wss://project.supabase.co/realtime/v1/websocket;"));
            answer.expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.url")
                    .isEqualTo("https://project.supabase.co")
                    .jsonPath("$.key")
                    .isEqualTo("public")
                    .jsonPath("$.token")
                    .doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"project.supabase.co", "ftp://a", "https://", "https://a?b", "https://a/#b", "https://a b"})
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> new RealtimeSettings(url, "public", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wantsAKeyAndShowsNone() {
        assertThatThrownBy(() -> new RealtimeSettings("https://a.example", "", ""))
                .hasMessageContaining("key");
        assertThat(new RealtimeSettings("https://a.example", "k3y", "t0ken").toString())
                .doesNotContain("k3y", "t0ken");
    }
}
