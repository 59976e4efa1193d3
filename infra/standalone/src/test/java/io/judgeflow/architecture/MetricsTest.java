package io.judgeflow.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dashboards and alerts ask for is there to be asked for, and alerts say what they should. */
class MetricsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern REGISTERED = Pattern.compile("(?:builder|counter)\\(\\s*\"(judgeflow\\.[a-z0-9.]+)\"");
    private static final Pattern SHOWN = Pattern.compile("\\b(judgeflow_[a-z0-9_]+)");
    private static final Pattern ENDING = Pattern.compile("(_bytes)?(_total|(_seconds)?(_count|_sum|_max|_bucket))?$");
    private static final Pattern ALERT = Pattern.compile("alert: ([A-Za-z]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grafana/dashboards/pipeline.json",
                "grafana/dashboards/judges.json",
                "prometheus/alerts.yml",
                "prometheus/alerts.test.yml"
            })
    void isAskedForOnlyWhereItExists(String file) throws IOException {
        var registered = sources()
                .flatMap(source -> names(REGISTERED, source).stream())
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toSet());
        var shown = names(SHOWN, read(file));
        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(shown.stream().map(name -> ENDING.matcher(name).replaceFirst("")))
                .isSubsetOf(registered);
    }

    @Test
    void everyAlertIsTriedAndExplained() throws IOException {
        var alerts = names(ALERT, read("prometheus/alerts.yml"));
        assertThat(names(Pattern.compile("alertname: ([A-Za-z]+)"), read("prometheus/alerts.test.yml")))
                .containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(names(Pattern.compile("^\\| `([A-Za-z]+)` \\|", Pattern.MULTILINE), read("guide/operations.md")))
                .containsAll(alerts);
    }

    @Test
    void alertsSayWhatTheyShould() throws IOException, InterruptedException {
        assumeTrue(System.getenv("CI") != null || there("promtool"), "promtool comes with Debian's prometheus");
        var promtool = new ProcessBuilder("promtool", "test", "rules", "alerts.test.yml")
                .directory(ROOT.resolve("infra/prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        assertThat(promtool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(promtool.exitValue()).as(said).isZero();
    }

    private static boolean there(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return List.copyOf(files.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> path.toString().contains("/src/main/"))
                            .map(MetricsTest::text)
                            .toList())
                    .stream();
        }
    }

    private static String read(String path) {
        return text(ROOT.resolve("infra").resolve(path));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
