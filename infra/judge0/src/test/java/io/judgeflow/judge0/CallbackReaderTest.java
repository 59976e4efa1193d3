package io.judgeflow.judge0;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReaderTest {

    private final CallbackReader reader = reader(10);

    @Test
    void readsWhatJudge0Sends() {
        var body = """
                {"stdout":"aGkK\\n","time":"0.018","memory":3488,"stderr":null,"token":"e9f799e2-a7a1-4a03-a4fe-094667b5ba20",
                 "compile_output":null,"message":null,"status":{"id":3,"description":"Accepted"}}
                """;
        assertThat(reader.read(body.getBytes(UTF_8), null))
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
                        0,
                        null));
    }

    @Test
    void cutsWhatIsLongerThanItReads() {
        var body = "{\"token\":\"t\",\"status\":{\"id\":3},\"stdout\":\"MDEyMzQ1Njc4OTAxMjM0NTY3ODk=\\n\"}";
        assertThat(reader.read(body.getBytes(UTF_8), null))
                .get()
                .extracting("stdout", "evidence.stdoutCut")
                .containsExactly("0123456789\n[cut: 20 bytes in all]", true);
    }

    @Test
    void readsTheExitCodeOutOfWordsWhereThereIsNoNumber() {
        // "Exited with error status 137"
        var body =
                "{\"token\":\"t\",\"status\":{\"id\":11},\"message\":\"RXhpdGVkIHdpdGggZXJyb3Igc3RhdHVzIDEzNw==\\n\"}";
        assertThat(reader(200).read(body.getBytes(UTF_8), null))
                .get()
                .extracting("exitCode")
                .isEqualTo(137);
        // "Caught fatal signal 9"
        body = "{\"token\":\"t\",\"status\":{\"id\":12},\"message\":\"Q2F1Z2h0IGZhdGFsIHNpZ25hbCA5\"}";
        assertThat(reader(200).read(body.getBytes(UTF_8), null))
                .get()
                .extracting("evidence.exitSignal")
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "4, 0", "5,", "6,", "11,", "13,"})
    void knowsTheExitCodeOfWhatWasComparedAndOfNothingElseWithoutWords(int status, @Nullable Integer exitCode) {
        var body = "{\"token\":\"t\",\"status\":{\"id\":" + status + "}}";
        assertThat(reader.read(body.getBytes(UTF_8), null))
                .get()
                .extracting("exitCode")
                .isEqualTo(exitCode);
    }

    @Test
    void takesTheMemoryLimitFromWhoeverKnowsIt() {
        var body = "{\"token\":\"t\",\"status\":{\"id\":11}}";
        assertThat(reader.read(body.getBytes(UTF_8), 64_000))
                .get()
                .extracting("evidence.memoryLimit")
                .isEqualTo(64_000);
    }

    private static CallbackReader reader(int outputLimit) {
        return new CallbackReader(outputLimit);
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
        assertThat(reader.read(body.getBytes(UTF_8), null)).isEmpty();
    }
}
