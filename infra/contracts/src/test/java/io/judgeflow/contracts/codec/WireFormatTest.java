package io.judgeflow.contracts.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The golden files are the contract: what we write is what they say, and what they say we can read. */
class WireFormatTest {

    private static final JsonMapper TREES = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "job-submitted, JobSubmitted",
        "job-deferred, JobDeferred",
        "pending-token, PendingToken",
        "progress-dispatched, Progress",
        "progress-processing, Progress",
        "progress-judged, Progress",
        "progress-refused, Progress",
        "progress-gave-up, Progress",
        "job-result, JobResult",
        "instance-languages, InstanceLanguages",
        "callback-heard, CallbackHeard",
        "leaderboard-entry, LeaderboardEntry",
        "language-statistics, LanguageStatistics"
    })
    void readsAndWritesTheGoldenFile(String file, String type) throws IOException {
        var golden = golden(file);
        assertThat(TREES.readTree(rewrite(type, golden))).isEqualTo(TREES.readTree(golden));
    }

    @Test
    void ignoresUnknownFields() throws IOException {
        var extended = new String(golden("progress-processing"), UTF_8).replace("\"test\"", "\"new\": {}, \"test\"");
        assertThat(new JsonCodec<>(Progress.class).decode(extended.getBytes(UTF_8)))
                .isInstanceOf(Progress.Processing.class);
    }

    @Test
    void fillsInWhatAPlatformTeamMayLeaveOut() {
        var job = new JsonCodec<>(JobSubmitted.class).decode("""
                {"schemaVersion":1,"jobId":"0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51","language":"python","code":"",
                 "tests":[{}],"createdAt":"2026-11-23T08:00:00Z","scoring":{"points":{"wrongAnswer":0}}}
                """.getBytes(UTF_8));
        assertThat(job.tests().getFirst().weight()).isEqualTo(1);
        assertThat(job.scoring().points().accepted()).isEqualTo(100);
        assertThat(job.scoring().points().wrongAnswer()).isZero();
        assertThat(job.limits().memory()).isNull();
    }

    @Test
    void readsADeferredJobFromBeforeItSaidWhenItWasAccepted() throws IOException {
        var old = new String(golden("job-deferred"), UTF_8)
                .replaceFirst(",\\s*\"submittedAt\": \"[^\"]*\"", "")
                .replaceFirst("\"keepTo\": \"[^\"]*\",", "");
        var deferred = new JsonCodec<>(JobDeferred.class).decode(old.getBytes(UTF_8));
        assertThat(deferred.submittedAt()).isEqualTo(deferred.job().createdAt());
        assertThat(deferred.keepTo()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "\"text\"",
                "{\"schemaVersion\":2}",
                "{\"type\":\"nonsense\",\"schemaVersion\":1}",
                "{\"type\":\"judged\",\"schemaVersion\":1,\"jobId\":\"x\"}"
            })
    void saysWhyBytesAreNoEvent(String text) {
        assertThatThrownBy(() -> new JsonCodec<>(Progress.class).decode(text.getBytes(UTF_8)))
                .isInstanceOf(Undecodable.class)
                .message()
                .isNotBlank();
        assertThatThrownBy(() -> new JsonCodec<>(JobSubmitted.class).decode(text.getBytes(UTF_8)))
                .isInstanceOf(Undecodable.class);
    }

    private static byte[] rewrite(String type, byte[] golden) {
        return switch (type) {
            case "JobSubmitted" -> rewrite(new JsonCodec<>(JobSubmitted.class), golden);
            case "JobDeferred" -> rewrite(new JsonCodec<>(JobDeferred.class), golden);
            case "PendingToken" -> rewrite(new JsonCodec<>(PendingToken.class), golden);
            case "Progress" -> rewrite(new JsonCodec<>(Progress.class), golden);
            case "JobResult" -> rewrite(new JsonCodec<>(JobResult.class), golden);
            case "InstanceLanguages" -> rewrite(new JsonCodec<>(InstanceLanguages.class), golden);
            case "LeaderboardEntry" -> rewrite(new JsonCodec<>(LeaderboardEntry.class), golden);
            case "LanguageStatistics" -> rewrite(new JsonCodec<>(LanguageStatistics.class), golden);
            case "CallbackHeard" -> rewrite(new JsonCodec<>(CallbackHeard.class), golden);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static <T> byte[] rewrite(Codec<T> codec, byte[] golden) {
        return codec.encode(codec.decode(golden));
    }

    private static byte[] golden(String file) throws IOException {
        try (var in = WireFormatTest.class.getResourceAsStream("/wire/" + file + ".json")) {
            return in.readAllBytes();
        }
    }
}
