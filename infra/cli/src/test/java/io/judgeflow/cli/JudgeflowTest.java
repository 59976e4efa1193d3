package io.judgeflow.cli;

import static io.judgeflow.cli.ScriptedGateway.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeflowTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frob",
                "run",
                "run a.py --timeout soon",
                "run a.py --lang",
                "run a.py --key secret",
                "run missing.py",
                "run noending",
                "run a.py --url localhost:8080",
                "run a.py --url ftp://localhost",
                "run a.py --tests missing",
                "run a.py --tests . --stdin a.py",
                "run a.py --stdin missing",
                "run bytes.py",
                "run a.py --key-file missing",
                "run a.py --key-file bytes.py",
                "status 17",
                "cancel"
            })
    void refusesWrongUsageWithTwoBeforeItCallsAnybody(String line) throws IOException {
        Files.writeString(directory.resolve("a.py"), "");
        Files.writeString(directory.resolve("noending"), "");
        Files.write(directory.resolve("bytes.py"), new byte[] {'x', (byte) 0xff});
        try (var gateway = new ScriptedGateway()) {
            var words = Arrays.stream(line.split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(word -> Files.exists(directory.resolve(word)) ? directory.resolve(word) : word)
                    .toArray();
            var spoken = Spoken.by(words);
            assertThat(spoken.exit()).isEqualTo(2);
            assertThat(spoken.out()).isEmpty();
            assertThat(spoken.err()).isNotBlank().doesNotContain("Exception");
            assertThat(gateway.requests()).isEmpty();
        }
    }

    @Test
    void listsTheExitCodes() {
        for (var command : List.of("--help", "run --help")) {
            assertThat(Spoken.by((Object[]) command.split(" ")).out())
                    .contains("0     accepted", "1     wrong answer", "8     the gateway cannot be reached");
        }
    }

    @Test
    void sendsTheKeyAndNeverShowsIt() throws IOException {
        var key = Files.writeString(directory.resolve("key"), "s3cret-key\n");
        try (var gateway = new ScriptedGateway().then(401, "{\"detail\":\"Not known here.\"}")) {
            var spoken = Spoken.by("languages", "--url", gateway.url(), "--key-file", key);
            assertThat(spoken)
                    .isEqualTo(
                            new Spoken(2, "", "Not known here.\nA key is read from --key-file or $JUDGEFLOW_KEY.\n"));
            assertThat(gateway.requests().getFirst().header("Authorization")).isEqualTo("Bearer s3cret-key");
        }
        Files.writeString(key, "s3cret key\u0001");
        assertThat(Spoken.by("languages", "--key-file", key).err()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1", "http://127.0.0.1.example.org", "http://localhost.example.org"})
    void sendsNoKeyInTheClearToOtherMachines(String url) throws IOException {
        var key = Files.writeString(directory.resolve("key"), "s3cret");
        var spoken = Spoken.by("languages", "--url", url, "--key-file", key, "--timeout", "1s");
        assertThat(spoken.exit()).isEqualTo(2);
        assertThat(spoken.err()).contains("--insecure");
        var meant = Spoken.by("languages", "--url", url, "--key-file", key, "--timeout", "1s", "--insecure");
        assertThat(meant.exit()).isEqualTo(8);
    }

    @Test
    void cancelsAndSaysSo() {
        try (var gateway = new ScriptedGateway()) {
            gateway.then(200, "{\"status\":\"error\",\"verdict\":\"cancelled\"}");
            assertThat(Spoken.by("cancel", JOB, "--url", gateway.url())).isEqualTo(new Spoken(0, "", "cancelled\n"));
            assertThat(gateway.requests().getFirst().call()).isEqualTo("DELETE /api/executions/" + JOB);
            gateway.then(409, "{\"detail\":\"Has ended already.\"}");
            assertThat(Spoken.by("cancel", JOB, "--url", gateway.url()))
                    .isEqualTo(new Spoken(2, "", "Has ended already.\n"));
        }
    }

    @Test
    void listsLanguagesWithTheirNames() {
        var offered = "[{\"id\":1,\"name\":\"Ada (GNAT 9)\",\"aliases\":[\"ada\",\"adb\"]}]";
        try (var gateway = new ScriptedGateway().then(200, offered).then(200, offered)) {
            assertThat(Spoken.by("languages", "--url", gateway.url()).out()).matches("Ada \\(GNAT 9\\) +ada, adb\\R");
            assertThat(Spoken.by("languages", "--json", "--url", gateway.url()).out())
                    .isEqualTo(offered + "\n");
        }
    }

    @Test
    void saysOfAJobUnderWayThatItHasNotEnded() {
        try (var gateway = new ScriptedGateway().then(200, "{\"status\":\"running\",\"score\":50}")) {
            assertThat(Spoken.by("status", JOB, "--url", gateway.url()))
                    .isEqualTo(new Spoken(8, "", "running, score 50\n"));
        }
    }

    @Test
    void letsNothingFromOutsideCommandTheTerminal() {
        try (var gateway = new ScriptedGateway().then(404, "{\"detail\":\"a\\u001b[2Jb\\u009bc\"}")) {
            assertThat(Spoken.by("status", JOB, "--url", gateway.url()).err()).isEqualTo("a\ufffd[2Jb\ufffdc\n");
        }
    }
}
