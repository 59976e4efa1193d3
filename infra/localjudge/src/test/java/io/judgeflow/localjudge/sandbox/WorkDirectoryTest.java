package io.judgeflow.localjudge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoryTest {

    @TempDir
    private Path shared;

    @Test
    void removesWhatAKilledJudgeLeftButNothingElse() throws IOException {
        var abandoned = Files.createDirectories(shared.resolve("judge-999999999-1000-ab12"));
        Files.writeString(Files.createDirectory(abandoned.resolve("box")).resolve("file"), "left");
        var foreign = Files.createDirectory(shared.resolve("photos"));
        try (var first = WorkDirectory.create(shared, false);
                var second = WorkDirectory.create(shared, false)) {
            assertThat(abandoned).doesNotExist();
            assertThat(foreign).exists();
            assertThat(first.path()).exists().isNotEqualTo(second.path());
        }
        assertThat(shared).isDirectoryContaining(path -> path.equals(foreign));
        assertThat(shared).isDirectoryNotContaining(path -> path.toString().contains("judge-"));
    }

    @Test
    void removesWhatAProgramClosed() throws IOException {
        try (var directory = WorkDirectory.create(shared, false)) {
            var closed = Files.createDirectory(directory.path().resolve("closed"));
            Files.writeString(closed.resolve("file"), "x");
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        }
        assertThat(shared).isEmptyDirectory();
    }
}
