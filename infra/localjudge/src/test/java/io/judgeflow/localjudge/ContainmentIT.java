package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hostile programs cannot do; needs bubblewrap. */
class ContainmentIT {

    private static RunningJudge judge;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/bwrap")), "needs bubblewrap");
        judge = RunningJudge.start("localjudge.sandbox=bubblewrap");
    }

    @AfterAll
    static void stop() {
        if (judge != null) {
            judge.close();
        }
    }

    @Test
    void aForkBombEndsWithItsBox() {
        var answer = judge.run(46, ":(){ :|:& };:; sleep 60", Map.of("wall_time_limit", 2));
        assertThat(answer.get("status_id").asInt()).isIn(5, 11);
        assertThat(judge.run(46, "echo fine").get("status_id").asInt()).isEqualTo(3);
    }

    @Test
    void aMemoryHogIsStopped() {
        var source = "x = []\nwhile True: x.append(bytearray(1 << 20))";
        var answer = judge.run(71, source, Map.of("memory_limit", 64_000));
        assertThat(answer.get("status_id").asInt()).as(answer.toString()).isEqualTo(11);
        assertThat(answer.get("memory").asInt()).isLessThanOrEqualTo(64_000);
    }

    @Test
    void filesInMemoryAreBoundedToo() {
        var source = "for i in $(seq 200); do head -c 1000000 /dev/zero > /tmp/$i || exit 9; done";
        var answer = judge.run(46, source, Map.of("memory_limit", 64_000, "redirect_stderr_to_stdout", true));
        assertThat(answer.get("status_id").asInt()).isEqualTo(11);
    }

    @Test
    void aFloodOfOutputIsCut() {
        var answer = judge.run(71, "while True: print('x' * 1000)", Map.of("max_file_size", 64));
        assertThat(answer.get("status_id").asInt()).isEqualTo(11);
        assertThat(RunningJudge.bytes(answer.get("stdout"))).hasSize(64 * 1024);
    }

    @Test
    void thereIsNoNetwork() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = judge.run(46, "exec 5<>/dev/tcp/127.0.0.1/" + server.getLocalPort());
            assertThat(answer.get("status_id").asInt()).isEqualTo(11);
            assertThat(RunningJudge.text(answer.get("stderr"))).contains("refused");
        }
    }

    @Test
    void theHostIsNotVisible(@TempDir Path host) throws IOException {
        var secret = Files.writeString(host.resolve("secret"), "secret");
        var answer = judge.run(
                46, "cat " + secret + " /etc/shadow " + System.getProperty("user.home") + "/.bashrc; env; ls /");
        var seen = RunningJudge.text(answer.get("stdout"));
        assertThat(seen).doesNotContain("secret", "root:", "JAVA").contains("HOME=/tmp", "box");
        assertThat(seen.lines().filter(line -> line.equals("home") || line.equals("root")))
                .isEmpty();
    }

    @Test
    void onlyItsOwnFolderCanBeWritten() {
        var answer =
                judge.run(46, "touch /box/a /tmp/b && for f in / /usr /dev /etc; do touch $f/x && echo $f; done; true");
        assertThat(answer.get("status_id").asInt()).isEqualTo(3);
        assertThat(answer.get("stdout").isNull()).isTrue();
    }

    @Test
    void thereAreNoFurtherNamespaces() {
        var answer = judge.run(46, "unshare -U true");
        assertThat(answer.get("status_id").asInt()).isEqualTo(11);
    }

    @Test
    void daemonsEndWithTheProgram() {
        var marker = "86" + (System.nanoTime() % 1_000_000);
        judge.run(46, "setsid sleep " + marker + " & echo started");
        await().until(() -> running(marker) == 0);
    }

    @Test
    void aKilledJudgeTakesItsProgramsAlong(@TempDir Path folder) throws Exception {
        var marker = "85" + (System.nanoTime() % 1_000_000);
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepingJudge.class.getName(),
                        folder.resolve(UUID.randomUUID().toString()).toString(),
                        marker)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> running(marker) > 0);
        } finally {
            child.destroyForcibly().waitFor();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> running(marker) == 0);
    }

    private static long running(String marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep " + marker))
                .count();
    }
}
