package io.judgeflow.gateway.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.judgeflow.gateway.LoggedErrors;
import io.judgeflow.gateway.TestGateway.Broker;
import io.judgeflow.gateway.identity.GuardedGatewayTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
@ExtendWith(LoggedErrors.class)
@TestPropertySource(properties = "judgeflow.gateway.request.body-within=300ms")
class AbuseTest {

    private static final String KEY = "Authorization: Bearer " + GuardedGatewayTest.CI + "\r\n";
    private static final String POST =
            "POST /api/execute HTTP/1.1\r\nHost: localhost\r\n" + KEY + "Content-Type: application/json\r\n";

    private final WebTestClient client;
    private final Broker broker;
    private final Wire wire;

    AbuseTest(WebTestClient client, Broker broker, @LocalServerPort int port) {
        this.client = client;
        this.broker = broker;
        this.wire = new Wire(port);
    }

    @BeforeEach
    void forgetWhatOtherTestsSubmitted() {
        broker.taken.clear();
    }

    @ParameterizedTest
    @MethodSource({"addresses", "headers", "framing"})
    void isAnsweredWithAProblem(String request, int status) {
        isProblem(wire.say(request), status);
        assertThat(broker.taken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyMeantToHurtIsAnsweredWithAProblem(String body, int status) {
        client.post()
                .uri("/api/execute")
                .headers(headers -> headers.setBearerAuth(GuardedGatewayTest.CI))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isNotEmpty();
        assertThat(broker.taken).isEmpty();
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() {
        isProblem(wire.say(POST + "Content-Length: 100\r\n\r\n{\"code\":", false), 408);
        isProblem(wire.say(POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n{\"\r\n", false), 408);
    }

    @Test
    void aBodyOfNobodyIsNotWaitedForEither() {
        var request = (POST + "Content-Length: 100\r\n\r\n{").replace(KEY, "");
        isProblem(wire.say(request, false), 401);
    }

    @Test
    void headersThatDoNotEndAreNotWaitedFor() {
        assertThat(wire.say("GET / HTTP/1.1\r\nHost: loc", false)).isEmpty();
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                argumentSet("%zz", get("/%zz", ""), 400),
                argumentSet("half a byte", get("/api/status/%", ""), 400),
                argumentSet("no UTF-8", get("/api/languages%ff", KEY), 404),
                argumentSet("NUL", get("/api/languages%00", KEY), 400),
                argumentSet("two slashes", get("//api/languages", KEY), 400),
                argumentSet("path parameter", get("/api/languages;a=b", KEY), 400),
                argumentSet("encoded slash", get("/actuator%2fprometheus", KEY), 400),
                argumentSet("dots", get("/./../actuator/env", KEY), 400),
                argumentSet("brackets", get("/api/status/{id}", KEY), 400),
                argumentSet("long", get("/" + "a".repeat(10_000), ""), 414),
                argumentSet("broken query", get("/api/status/1?wait=%zz", KEY), 400));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                argumentSet("one large", get("/", "X: " + "a".repeat(20_000) + "\r\n"), 431),
                argumentSet("many", get("/", "X: a\r\n".repeat(5_000)), 431),
                argumentSet("a large token", get("/", "Authorization: Bearer " + "a".repeat(9_000) + "\r\n"), 431),
                argumentSet("no name", get("/", ": a\r\n"), 400),
                argumentSet("space in the name", get("/", "X X: a\r\n"), 400),
                argumentSet("NUL", get("/", "X: a\0b\r\n"), 400),
                argumentSet(
                        "C1 control in what is read",
                        get("/api/stream/" + id(), KEY + "Last-Event-ID: \u0085\r\n"),
                        400),
                argumentSet("control in the token", get("/api/languages", "Authorization: Bearer \u0085\r\n"), 400),
                argumentSet("Accept of nonsense", get("/api/languages", KEY + "Accept: ;;;\r\n"), 406),
                argumentSet(
                        "content type of nonsense",
                        POST.replace("application/json", "/") + "Content-Length: 2\r\n\r\n{}",
                        415));
    }

    static Stream<Arguments> framing() {
        return Stream.of(
                argumentSet("no HTTP", "hello\r\n\r\n", 400),
                argumentSet("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n", 400),
                argumentSet("HTTP/9.9", "GET / HTTP/9\r\n\r\n", 400),
                argumentSet("method of our own", "BREW /api/execute HTTP/1.1\r\nHost: a\r\n" + KEY + close(), 400),
                argumentSet("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n" + KEY + close(), 400),
                argumentSet("two lengths", POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
                argumentSet("negative length", POST + "Content-Length: -1\r\n\r\n", 400),
                argumentSet("length of words", POST + "Content-Length: two\r\n\r\n{}", 400),
                argumentSet(
                        "no chunks", POST + "Transfer-Encoding: chunked\r\n" + "Connection: close\r\n\r\nzz\r\n", 400),
                argumentSet("endless body", POST + "Content-Length: 2000000\r\n\r\n" + "\"".repeat(2_000_000), 413));
    }

    static Stream<Arguments> bodies() {
        var deep = 100_000;
        return Stream.of(
                argumentSet("deep lists", "[".repeat(deep), 400),
                argumentSet("deep objects", "{\"a\":".repeat(deep) + "1" + "}".repeat(deep), 400),
                argumentSet("deep in a field", "{\"code\":" + "[".repeat(deep) + "]".repeat(deep) + "}", 422),
                argumentSet("deep in no field", "{\"x\":" + "[".repeat(deep) + "]".repeat(deep) + "}", 400),
                argumentSet("a number of many digits", job("limits", "{\"memory\":" + "9".repeat(100_000) + "}"), 400),
                argumentSet("a huge exponent", job("limits", "{\"memory\":1e999999999}"), 422),
                argumentSet("a tiny exponent", job("limits", "{\"cpu_time\":1e-999999999}"), 422),
                argumentSet("an infinite weight", job("tests", "[{\"weight\":1e400}]"), 422),
                argumentSet("a language of many digits", "{\"code\":\"x\",\"lang\":1e999999999}", 422),
                argumentSet("many fields", "{" + "\"a\":1,".repeat(100_000) + "\"b\":1}", 400),
                argumentSet("a long field", "{\"" + "a".repeat(900_000) + "\":1}", 400),
                argumentSet("many tests", job("tests", "[" + "{},".repeat(200_000) + "{}]"), 422),
                argumentSet("half a pair", job("stdin", "\"\\ud800\""), 422),
                argumentSet("no UTF-8 mark", "\u0000\u0000\u0000", 400));
    }

    private static String job(String field, String value) {
        return "{\"code\":\"x\",\"lang\":\"python\",\"%s\":%s}".formatted(field, value);
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + close();
    }

    private static String close() {
        return "Connection: close\r\n\r\n";
    }

    private static String id() {
        return "0193582c-7d40-4cc1-8c1e-5f0b8c1e7a51";
    }

    private static void isProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":" + status)
                .contains("\"detail\":\"")
                .doesNotContain("java.")
                .doesNotContain("HTTP/1.1 5");
    }
}
