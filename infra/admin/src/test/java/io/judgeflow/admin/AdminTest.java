package io.judgeflow.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frob",
                "dead-letters",
                "topics",
                "topics check --now",
                "dead-letters list --since soon",
                "dead-letters list --limit 0",
                "dead-letters list --stage nobody",
                "dead-letters emit",
                "dead-letters emit --dry-run",
                "dead-letters emit --all --topic submissions",
                "dead-letters emit --offset 17",
                "rejudge",
                "rejudge --since yesterday",
                "rejudge --since 1h --verdict perfect",
                "rejudge --since 1h --problem a/b",
                "rejudge --since 1h --job 17",
                "rejudge --since 1h --rate 0",
                "rejudge --since 1h --rate fast",
                "rejudge --since 1h --run a/b",
                "rejudge --since 1h --tests tests.json",
                "rejudge --since 1h --problem a --problem b --tests tests.json",
                "rejudge --since 1h --problem a --tests missing.json",
                "rejudge --since 1h --problem a --tests slip.json"
            })
    void refusesWrongUsageWithTwoBeforeItCallsAnybody(String line) throws IOException {
        Files.writeString(directory.resolve("tests.json"), "[{\"stdin\": \"1\"}]");
        Files.writeString(directory.resolve("slip.json"), "[{\"stdin\": \"1\", \"expectedOutput\": \"1\"}]");
        var words = Arrays.stream(line.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.endsWith(".json") ? directory.resolve(word) : word)
                .toArray();
        var spoken = Spoken.by(words);
        assertThat(spoken.exit()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
        assertThat(spoken.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void listsTheExitCodes() {
        assertThat(Spoken.by("--help").out()).contains("2     wrong usage", "8     the brokers cannot be reached");
    }
}
