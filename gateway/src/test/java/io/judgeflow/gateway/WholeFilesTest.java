package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class WholeFilesTest {

    private final WebTestClient client;

    WholeFilesTest(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9", "bytes=99999999-", "bytes=9-0", "pages=1", "/", "x", "bytes=0-1,3-4,6-7"})
    void aFileIsGivenOutAsAWholeWhateverPartIsAskedFor(String range) {
        var whole = page("bytes=0-");
        assertThat(whole).hasSizeGreaterThan(1000);
        assertThat(page(range)).isEqualTo(whole);
    }

    private byte[] page(String range) {
        var answer = client.get()
                .uri("/pipeline.html")
                .header(HttpHeaders.RANGE, range)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer);
    }
}
