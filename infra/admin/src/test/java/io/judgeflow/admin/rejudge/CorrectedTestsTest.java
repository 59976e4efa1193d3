package io.judgeflow.admin.rejudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.admin.command.Failure;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectedTestsTest {

    @TempDir
    private Path directory;

    @Test
    void areReadAsTheGatewayTakesThem() throws IOException {
        assertThat(CorrectedTests.read(file("""
                [ {"name": "one", "stdin": "21", "expected_output": "42", "weight": 2, "checker": "tokens"},
                  {"stdin": "4", "expected_output": null, "checker": {"name": "float", "abs": 0.5}} ]""")))
                .containsExactly(
                        new TestCase("one", "21", "42", 2, ChosenChecker.of("tokens")),
                        new TestCase(null, "4", null, 1, new ChosenChecker("float", 0.5, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[null]",
                "[{\"expectedOutput\": \"42\"}]",
                "[{\"weight\": -1}]",
                "[{\"weight\": 0}]",
                "[{\"checker\": \"guess\"}]",
                "[{\"stdin\": \"1\", \"stdin\": \"2\"}]",
                "[{}] more"
            })
    void areRefusedWithTheFilesNameWhenTheyAreNone(String text) throws IOException {
        var file = file(text);
        assertThatThrownBy(() -> CorrectedTests.read(file))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(file.toString());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("tests.json"), text);
    }
}
