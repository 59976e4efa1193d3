package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.gateway.TestGateway.Broker;
import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class RefusedSubmissionTest {

    private final WebTestClient client;
    private final ExecuteCalls execute;
    private final Broker broker;

    RefusedSubmissionTest(WebTestClient client, Broker broker) {
        this.client = client;
        this.execute = new ExecuteCalls(client);
        this.broker = broker;
    }

    @BeforeEach
    void forgetWhatOtherTestsSubmitted() {
        broker.taken.clear();
    }

    @Test
    void refusesABodyOverTheLimit() {
        execute.problem("{\"code\": \"" + "x".repeat(1_100_000) + "\"}", HttpStatus.CONTENT_TOO_LARGE)
                .jsonPath("$.type")
                .isEqualTo("urn:judgeflow:problem:too-large");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        execute.problem("""
                {"code": " ", "stdin": "a", "tests": [null, {"weight": -1}], "limits": {"cpu_time": 0, "memory": 1}}
                """, HttpStatus.UNPROCESSABLE_CONTENT)
                .jsonPath("$.errors[*].field")
                .value(
                        Collection.class,
                        fields -> assertThat((Collection<?>) fields)
                                .map(String::valueOf)
                                .containsExactlyInAnyOrder(
                                        "code",
                                        "lang",
                                        "tests",
                                        "tests[0]",
                                        "tests[1].weight",
                                        "limits.cpu_time",
                                        "limits.memory"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"code": 5, "lang": "c"}                                        | code             | must be a string
            {"code": "x", "lang": true}                                     | lang             | must be a string or a whole number
            {"code": "x", "lang": "c", "stdin": ["a"]}                      | stdin            | must be a string
            {"code": "x", "lang": "c", "tests": {}}                         | tests            | must be a list
            {"code": "x", "lang": "c", "tests": [7]}                        | tests[0]         | must be an object
            {"code": "x", "lang": "c", "tests": [{"weight": "much"}]}       | tests[0].weight  | must be a number
            {"code": "x", "lang": "c", "limits": 3}                         | limits           | must be an object
            {"code": "x", "lang": "c", "limits": {"memory": 1.5}}           | limits.memory    | must be a whole number
            {"code": "x", "lang": "c", "limits": {"memory": 99999999999}}   | limits.memory    | must be a whole number
            {"code": "x", "lang": "c", "limits": {"cpu_time": "2"}}         | limits.cpu_time  | must be a number
            {"code": "x", "lang": "c", "scoring": {"policy": "best"}}       | scoring.policy   | must be weighted or all-or-nothing
            {"code": "x", "lang": "c", "user_id": {}}                       | user_id          | must be a string
            {"code": "x", "lang": "c", "checker": 5}                        | checker          | must be the name of a checker, or an object with its name
            {"code": "x", "lang": "c", "checker": {"abs": 1}}               | checker.name     | must be a string
            {"code": "x", "lang": "c", "checker": {"name": "float", "abs": "a"}} | checker.abs | must be a number
            {"code": "x", "lang": "c", "checker": "diff"}                   | checker          | must be one of exact, trimmed, tokens, case-insensitive, float, unordered-lines
            """)
    void namesTheFieldOfAWrongType(String body, String field, String rule) {
        execute.problem(body, HttpStatus.UNPROCESSABLE_CONTENT)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {
            {"code": "x"
            {"code": "x", "lang": nonsense}
            {"code": "x", "lang": "c"} {"code": "y"}
            {"code": "x", "code": "y", "lang": "c"}
            ``
            null
            []
            "text"
            42
            """)
    void refusesWhatIsNoJsonObject(String body) {
        execute.problem(body, HttpStatus.BAD_REQUEST);
        assertThat(broker.taken).isEmpty();
    }

    @Test
    void refusesAFormAndPlainText() {
        for (var type : new MediaType[] {MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED}) {
            client.post()
                    .uri("/api/execute")
                    .contentType(type)
                    .bodyValue("code=x")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }
}
