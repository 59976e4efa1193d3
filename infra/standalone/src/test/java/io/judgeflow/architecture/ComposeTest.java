package io.judgeflow.architecture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml and the files it mounts promise. */
class ComposeTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Set<String> OURS = Set.of("gateway", "submitter", "poller", "scorer");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
    private static final Pattern ASKED = Pattern.compile("\\$\\{([A-Z0-9_]+):?\\?");
    private static final Pattern GIVEN = Pattern.compile("^([A-Z0-9_]+)=", Pattern.MULTILINE);

    @Test
    void everyServiceIsBuiltAndWatched() throws IOException {
        assertThat(services()).containsKeys(OURS.toArray(String[]::new));
        assertThat(ours()).allSatisfy((name, service) -> {
            assertThat(at(service, "build")).extractingByKey("args").isEqualTo(Map.of("SERVICE", name));
            assertThat(at(service, "healthcheck")).containsKey("test");
        });
    }

    @Test
    void noServiceMayMoreThanItNeeds() throws IOException {
        assertThat(ours().values())
                .allSatisfy(service -> assertThat(service)
                        .containsEntry("read_only", true)
                        .containsEntry("user", "10001:10001")
                        .containsEntry("cap_drop", List.of("ALL")));
    }

    @Test
    void nothingIsPublishedBeyondLoopback() throws IOException {
        var ports = services().values().stream().flatMap(service -> ports(service).stream());
        assertThat(ports)
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:"));
        assertThat(services().values())
                .noneSatisfy(service -> assertThat(service).containsKey("network_mode"));
    }

    @Test
    void theReadmeKnowsEveryVariableThatAServiceIsGiven() throws IOException {
        var known = Settings.all().stream()
                .map(setting -> setting.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
        known.addAll(names(VARIABLE, read("README.md")));
        assertThat(ours())
                .allSatisfy((name, service) ->
                        assertThat(known).containsAll(at(service, "environment").keySet()));
    }

    @Test
    void everythingThatIsAskedForIsInTheFileOfSecrets() throws IOException {
        assertThat(names(GIVEN, read("infra/compose/secrets")))
                .containsAll(names(ASKED, read("docker-compose.yml")))
                .contains("PROMETHEUS_KEY");
    }

    @Test
    void everyMountedFileExists() throws IOException {
        var mounted = names(Pattern.compile("\\./(infra/[^:]+):"), read("docker-compose.yml"));
        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void prometheusAsksEveryService() throws IOException {
        var text = read("infra/prometheus/prometheus.yml");
        assertThat(ours())
                .allSatisfy((name, service) -> assertThat(text)
                        .contains(name + ":" + at(service, "environment").get("SERVER_PORT")));
    }

    private static Map<String, Map<String, Object>> ours() throws IOException {
        return services().entrySet().stream()
                .filter(service -> OURS.contains(service.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Map<String, Map<String, Object>>> file = yaml.load(read("docker-compose.yml"));
        return requireNonNull(file.get("services"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> service, String key) {
        return (Map<String, Object>) requireNonNull(service.get(key), key);
    }

    private static List<?> ports(Map<String, Object> service) {
        return service.get("ports") instanceof List<?> ports ? ports : List.of();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static String read(String path) {
        return text(ROOT.resolve(path));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
