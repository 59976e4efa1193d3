package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":"queue is full"}                        | queue is full
            {"status":404,"error":"Not Found"}               | Not Found
            {"message":"Too many requests"}                  | Too many requests
            {"source_code":["can't be blank"]}               | source_code can't be blank
            {"a":["x","y"],"b":["z"]}                        | a x; a y; b z
            {"a":"x"}                                        | a x
            "words"                                          | words
            ["one",{"a":["x"]}]                              | one; a x
            {}                                               | HTTP 400 Bad Request
            []                                               | HTTP 400 Bad Request
            {"error":null}                                   | error
            {"broken":                                       | HTTP 400 Bad Request
            <html><body>nginx</body></html>                  | HTTP 400 Bad Request
            plain words                                      | plain words
            ``                                               | HTTP 400 Bad Request
            """)
    void isReadable(String body, String words) {
        assertThat(Complaint.in(bytes(body), 400)).isEqualTo(words);
    }

    @Test
    void staysShort() {
        assertThat(Complaint.in(bytes("{\"error\":\"" + "x".repeat(100_000) + "\"}"), 400))
                .hasSizeLessThan(600);
        assertThat(Complaint.in(bytes("y".repeat(100_000)), 400)).hasSizeLessThan(600);
    }

    @Test
    void tellsJudge0s503FromThatOfAProxy() {
        assertThat(Complaint.isJudge0s(bytes("{\"error\":\"queue is full\"}"))).isTrue();
        assertThat(Complaint.isJudge0s(bytes("{\"status\":503,\"error\":\"Service Unavailable\"}")))
                .isFalse();
        assertThat(Complaint.isJudge0s(bytes("<html>"))).isFalse();
        assertThat(Complaint.isJudge0s(bytes(""))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
