package io.judgeflow.judge0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReaderTest {

    private final CallbackReader reader = new CallbackReader(10);

    @Test
    void readsWhatJudge0Sends() {
        var body = """
                {"stdout":"aGkK\\n","time":"0.018","memory":3488,"stderr":null,"token":"e9f799e2-a7a1-4a03-a4fe-094667b5ba20",
                 "compile_output":null,"message":null,"status":{"id":3,"description":"Accepted"}}
                """;
        assertThat(reader.read(body.getBytes(UTF_8)))
                .contains(new Report.Finished(
                        "e9f799e2-a7a1-4a03-a4fe-094667b5ba20",
                        3,
                        "Accepted",
                        "hi\n",
                        null,
                        null,
                        null,
                        0.018,
                        null,
                        3488,
                        null));
    }

    @Test
    void cutsWhatIsLongerThanItReads() {
        var body = "{\"token\":\"t\",\"status\":{\"id\":3},\"stdout\":\"MDEyMzQ1Njc4OTAxMjM0NTY3ODk=\\n\"}";
        assertThat(reader.read(body.getBytes(UTF_8)))
                .get()
                .extracting("stdout")
                .isEqualTo("0123456789\n[cut: 20 bytes in all]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{",
                "\"text\"",
                "12",
                "{\"token\":\"t\"}",
                "{\"status\":{\"id\":3}}",
                "{\"token\":\"t\",\"status\":3}",
                "{\"token\":\"t\",\"status\":{\"id\":\"three\"}}",
                "{\"token\":\"t\",\"status\":{\"id\":3}} and more"
            })
    void takesNothingElseForOne(String body) {
        assertThat(reader.read(body.getBytes(UTF_8))).isEmpty();
    }
}
