package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final Path START =
            Path.of("..", "..", "start").toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @Test
    void refusesSomebodyElsesDirectoryAndLeavesItAsItIs() throws IOException {
        var theirs = foreign();

        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "%s has something else in it than data of Judgeflow: name a new or empty directory.",
                        directory);
        assertThatThrownBy(() -> DataDirectory.openEphemeral(directory)).isInstanceOf(CannotStart.class);

        assertUntouched(theirs);
    }

    @Test
    void theScriptRefusesSomebodyElsesDirectoryAndLeavesItAsItIs() throws Exception {
        var theirs = foreign();

        assertThat(start("--data", directory.toString()))
                .isEqualTo(
                        "%s has something else in it than data of Judgeflow: name a new or empty directory.",
                        directory);

        assertUntouched(theirs);
    }

    @Test
    void refusesAnEmptyName() throws Exception {
        assertThatThrownBy(() -> DataDirectory.open(Path.of("")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("--data names no directory.");
        assertThat(start("--data=")).isEqualTo("--data names no directory.");
        assertThat(start("--data", "")).isEqualTo("--data names no directory.");
    }

    @Test
    void takesAMissingAnEmptyAndItsOwnDirectory() throws IOException {
        var missing = directory.resolve("missing");
        var empty = Files.createDirectory(directory.resolve("empty"));
        for (var path : List.of(missing, empty, empty)) {
            DataDirectory.open(path).close();
            assertThat(path).isDirectoryContaining("glob:**/" + DataDirectory.MARKER);
        }
    }

    @Test
    void emptiesItsTemporaryPartOnly() throws IOException {
        DataDirectory.open(directory).close();
        var left = Files.writeString(directory.resolve(DataDirectory.TEMPORARY).resolve("left"), "behind");
        var kept = Files.writeString(
                Files.createDirectory(directory.resolve("tmp")).resolve("kept"), "here");

        DataDirectory.open(directory).close();

        assertThat(left).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void neverDeletesWhatWasUsedBefore() {
        DataDirectory.open(directory).close();

        assertThatThrownBy(() -> DataDirectory.openEphemeral(directory)).isInstanceOf(CannotStart.class);

        assertThat(directory).isNotEmptyDirectory();
    }

    @Test
    void makesAnEphemeralDirectoryOfItsOwnAndDeletesIt() {
        Path made;
        try (var data = DataDirectory.openEphemeral()) {
            made = data.path();
            assertThat(made).isNotEmptyDirectory();
        }
        assertThat(made).doesNotExist();
    }

    private Path foreign() throws IOException {
        return Files.writeString(Files.createDirectory(directory.resolve("tmp")).resolve("thesis"), "years of work");
    }

    private void assertUntouched(Path theirs) throws IOException {
        assertThat(theirs).hasContent("years of work");
        try (var entries = Files.list(directory)) {
            assertThat(entries).containsExactly(theirs.getParent());
        }
    }

    /** What ./start says before it fails, which it does before it builds anything. */
    private static String start(String... options) throws Exception {
        var words = new ArrayList<>(List.of(START.toString()));
        words.addAll(List.of(options));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            var said = output.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return said;
        }
    }
}
