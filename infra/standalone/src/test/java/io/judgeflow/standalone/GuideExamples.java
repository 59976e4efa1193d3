package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code infra/guide/topics.md} shows, run as it stands there. On a machine without the program that it takes an
 * example is skipped, but not where {@code CI} is set.
 */
final class GuideExamples {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path GUIDE = Path.of("..", "guide", "topics.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private static final Pattern LIBRARY =
            Pattern.compile("/(kafka-clients|lz4-java|slf4j-api|jackson-(core|databind|annotations))-[^/]*\\.jar$");

    private final Path directory;
    private final String brokers;

    GuideExamples(Path directory, String brokers) {
        this.directory = directory;
        this.brokers = brokers;
    }

    /** A job and its results, a bad record and its letter, a leaderboard. */
    void kcat() {
        require("kcat", "kcat", "-V");
        var submit = block("sh", "-t judgeflow.submissions -k \"$id\" -X") + "echo \"$id\"\n";
        var id = run(Map.of(), "sh", "-euc", submit.replace("localhost:9092", brokers))
                .out()
                .strip();
        assertThat(id).hasSize(36);
        untilSays(
                id, block("sh", "-t judgeflow.results"), "\"version\":4", "\"score\":48,\"verdict\":\"wrong_answer\"");
        assertThat(shell(id, block("sh", "echo '{' | kcat")).exit()).isZero();
        untilSays(id, block("sh", "-t judgeflow.dead-letters"), "dl_stage=submitter,dl_reason=malformed JSON");
        untilSays(id, block("sh", "-t judgeflow.leaderboard"), "two-sum/ann  {", "\"score\":48");
    }

    void java() throws IOException {
        Files.writeString(directory.resolve("Judge.java"), block("java", "class Judge"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var said = run(Map.of(), java, "-cp", libraries(), "Judge.java", brokers);
        assertThat(said.out().lines().toList())
                .as(said.err())
                .startsWith("1 queued -")
                .endsWith("accepted");
    }

    void python() throws IOException {
        require("python3-confluent-kafka", "/usr/bin/python3", "-c", "import confluent_kafka");
        Files.writeString(directory.resolve("judge.py"), block("python", "confluent_kafka"));
        assertThat(run(Map.of("BROKERS", brokers), "/usr/bin/python3", "judge.py")
                        .out())
                .isEqualTo("accepted 100\n");
    }

    /** What the example's pom.xml brings. */
    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(LIBRARY.asPredicate())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void untilSays(String id, String script, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shell(id, script).out()).contains(words));
    }

    private Said shell(String id, String script) {
        return run(Map.of("BROKERS", brokers, "id", id), "sh", "-uc", script);
    }

    private void require(String debianPackage, String... check) {
        var found = found(check);
        assumeTrue(found || System.getenv("CI") != null, "skipped: no " + debianPackage);
        assertThat(found).as("CI needs the package " + debianPackage).isTrue();
    }

    private boolean found(String... check) {
        try {
            return run(Map.of(), check).exit() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The one block in this language with this in it. */
    private static String block(String language, String part) {
        try {
            var found = BLOCK.matcher(Files.readString(GUIDE))
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block.group(2))
                    .filter(block -> block.contains(part))
                    .toList();
            assertThat(found).as("%s: %s", language, part).hasSize(1);
            return found.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Said(int exit, String out, String err) {}

    private Said run(Map<String, String> environment, String... words) {
        try {
            var out = Files.createTempFile(directory, "out", "");
            var err = Files.createTempFile(directory, "err", "");
            var builder = new ProcessBuilder(new ArrayList<>(List.of(words)))
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
