package io.judgeflow.contracts.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a record cannot be read is told without a piece of it: code and secrets stay out of logs and reasons. */
class PrivacyTest {

    private static final Pattern VALUE = Pattern.compile("(?<=: )(\"[^\"]*\"|[\\d.]+|true|false)");

    @ParameterizedTest
    @CsvSource({
        "job-deferred, io.judgeflow.contracts.event.JobDeferred",
        "pending-token, io.judgeflow.contracts.event.PendingToken",
        "progress-judged, io.judgeflow.contracts.event.Progress",
        "progress-refused, io.judgeflow.contracts.event.Progress"
    })
    void quotesNothingWhateverIsWrongWhereverItIs(String file, Class<?> type) throws IOException {
        var golden = golden(file);
        var codec = new JsonCodec<>(type);
        var values = VALUE.matcher(golden);
        while (values.find()) {
            for (var wrong : List.of(
                    "\"S3CRET\"",
                    "S3CRET",
                    "\"S3CRET",
                    "[\"S3CRET\"]",
                    "{\"S3CRET\":1}",
                    "8321009999999999",
                    "tru8321")) {
                var text = golden.substring(0, values.start()) + wrong + golden.substring(values.end());
                assertThat(reasons(codec, text))
                        .noneMatch(reason -> reason.contains("S3CRET") || reason.contains("8321"));
            }
        }
    }

    @Test
    void saysWhereItIsAndOfWhatKind() throws IOException {
        var golden = golden("job-deferred");
        assertThat(reasons(
                        new JsonCodec<>(JobDeferred.class),
                        golden.replace("{ \"weight\": 1.0 } ]", "{ \"weight\": -1 } ]")))
                .singleElement()
                .asString()
                .startsWith("weight must be 0 or more, in job.tests[1]");
        assertThat(reasons(
                        new JsonCodec<>(PendingToken.class),
                        golden("pending-token").replace("\"asked\": 1", "\"asked\": []")))
                .singleElement()
                .asString()
                .startsWith("not what belongs there, in asked, at line ");
        assertThat(reasons(new JsonCodec<>(Progress.class), "{\n  \"type\": oops }"))
                .singleElement()
                .asString()
                .isEqualTo("malformed JSON, at line 2, column 11");
        assertThat(reasons(new TextCodec<>(JobId::of), "S3CRET"))
                .containsExactly("a job id is a UUID of 36 characters in lower case");
    }

    /** The message, and whatever a log would print below it. */
    private static List<String> reasons(Codec<?> codec, String text) {
        var reasons = new ArrayList<String>();
        try {
            codec.decode(text.getBytes(UTF_8));
        } catch (Undecodable e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                reasons.add(String.valueOf(cause.getMessage()));
            }
        }
        return reasons;
    }

    private static String golden(String file) throws IOException {
        try (var in = PrivacyTest.class.getResourceAsStream("/wire/" + file + ".json")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
