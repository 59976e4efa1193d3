package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line client in a process of its own, against the whole stack. */
class CommandLineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern JOB = Pattern.compile("(?m)^job (\\S+)$");
    private static final Map<String, Integer> EXITS =
            Map.of("accepted", 0, "wrong_answer", 1, "time_limit", 3, "compilation_error", 5, "runtime_error", 6);
    private static final Map<String, String> ENDINGS =
            Map.of("python", "py", "javascript", "js", "java", "java", "c", "c", "c++", "cc", "bash", "sh");

    @TempDir
    private static Path directory;

    private static StackProcess stack;

    @BeforeAll
    static void start() throws IOException {
        stack = StackProcess.startAll(directory.resolve("data")).awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        stack.end();
    }

    @Test
    void endsWithEveryVerdictAndKnowsLanguagesByTheirEndings() throws Exception {
        var input = Files.writeString(directory.resolve("in"), "abc\n");
        var answer = Files.writeString(directory.resolve("out"), "cba\n");
        var cases = Programs.all().stream()
                .filter(each -> each.language().equals("c") || each.verdict().equals("accepted"))
                .toList();
        for (var expected : cases) {
            var file = directory.resolve("program." + ENDINGS.get(expected.language()));
            Files.writeString(file, expected.code());
            var client = run(file, "--stdin", input, "--expect", answer);
            assertThat(client.exit()).as("%s: %s", expected, client.err()).isEqualTo(EXITS.get(expected.verdict()));
            assertThat(client.err()).contains(expected.verdict() + ", score " + expected.score());
        }
    }

    @Test
    void tellsTheTestsOneByOneAndPrintsWhatTheWrongOneLeft() throws Exception {
        var tests = Files.createDirectories(directory.resolve("tests"));
        for (var name : List.of("a", "b", "c")) {
            Files.writeString(tests.resolve(name + ".in"), name);
            Files.writeString(tests.resolve(name + ".out"), name.replace('b', 'x'));
        }
        var client = run(Files.writeString(directory.resolve("echo.sh"), "cat; echo ' č'"), "--tests", tests);
        assertThat(client.exit()).isEqualTo(1);
        assertThat(client.out()).isEqualTo("a č\n");
        var checked = run(Files.writeString(directory.resolve("cat.sh"), "cat"), "--tests", tests);
        assertThat(checked.out()).isEqualTo("b");
        assertThat(checked.err())
                .contains("test 1 of 3 (a): accepted", "test 2 of 3 (b): wrong_answer", "test 3 of 3 (c): accepted")
                .contains("wrong_answer, score 77");
    }

    @Test
    void cancelsTheJobWhenItIsInterrupted() throws Exception {
        var slow = Files.writeString(directory.resolve("slow.sh"), "sleep 4");
        var client = start("run", slow, "--url", stack.playground());
        await().atMost(PATIENCE).until(() -> client.err().contains("running"));
        client.process().destroy();
        assertThat(client.exit()).isEqualTo(143);
        var job = JOB.matcher(client.err());
        assertThat(job.find()).isTrue();
        assertThat(client.err()).contains("The job " + job.group(1) + " is cancelled.");
        try (var gateway = stack.client()) {
            assertThat(gateway.end(job.group(1)).get("verdict").asString()).isEqualTo("cancelled");
        }
    }

    private record Client(Process process, Path outFile, Path errFile) {
        int exit() throws InterruptedException {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        String out() throws IOException {
            return Files.readString(outFile);
        }

        String err() throws IOException {
            return Files.readString(errFile);
        }
    }

    private static Client run(Path file, Object... options) throws Exception {
        var words = new ArrayList<Object>(List.of("run", file, "--url", stack.playground()));
        words.addAll(List.of(options));
        var client = start(words.toArray());
        client.exit();
        return client;
    }

    private static Client start(Object... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.judgeflow.cli.Judgeflow"));
        for (var argument : arguments) {
            words.add(argument.toString());
        }
        var out = Files.createTempFile(directory, "out", "");
        var err = Files.createTempFile(directory, "err", "");
        var process = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Client(process, out, err);
    }
}
