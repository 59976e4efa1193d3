package io.judgeflow.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.topic.Topics;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

    /** Or it would be found missing when the fact is folded, at the cost of the job. */
    @ParameterizedTest
    @ValueSource(strings = {"dispatched", "processing", "judged"})
    void aFactOfAnInstanceNamesIt(String kind) throws IOException {
        try (var golden = getClass().getResourceAsStream("/wire/progress-" + kind + ".json")) {
            var text = new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8);
            var nameless = text.replace("\"instance\": \"judge-a:2358\",", "").getBytes(UTF_8);
            assertThatThrownBy(() -> Topics.VERDICTS.value().decode(nameless))
                    .isInstanceOf(Undecodable.class)
                    .hasMessageContaining("instance is missing");
        }
    }
}
