package io.judgeflow.architecture;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as its engine reads it, but for the variables, which are left as they are written. */
final class ComposeFile {

    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Set<String> OURS = Set.of("gateway", "submitter", "poller", "scorer");

    private ComposeFile() {}

    static Map<String, Map<String, Object>> services() {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Map<String, Map<String, Object>>> file = yaml.load(read("docker-compose.yml"));
        return requireNonNull(file.get("services"));
    }

    /** The four services of the product, of which none may be missing. */
    static Map<String, Map<String, Object>> ours() {
        var services = services();
        return OURS.stream().collect(Collectors.toMap(name -> name, name -> requireNonNull(services.get(name), name)));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> at(Map<String, Object> service, String key) {
        return (Map<String, Object>) requireNonNull(service.get(key), key);
    }

    static List<String> texts(Map<String, Object> service, String key) {
        return service.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }
}
