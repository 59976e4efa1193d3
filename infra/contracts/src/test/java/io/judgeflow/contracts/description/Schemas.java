package io.judgeflow.contracts.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas as a program in any language reads them, and the golden files. */
final class Schemas {

    static final JsonMapper JSON = new JsonMapper();

    private static final Path DIRECTORY = Path.of("src", "main", "resources", "contract", "schema");
    private static final Path WIRE = Path.of("src", "test", "resources", "wire");
    private static final String ADDRESS = "https://schemas.example/";

    private static final Map<String, String> TEXTS = files(DIRECTORY);
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(TEXTS.entrySet().stream()
                            .collect(Collectors.toMap(file -> ADDRESS + file.getKey() + ".json", Map.Entry::getValue)))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Schemas() {}

    /** Every schema, by its file's name without the ending. */
    static List<String> names() {
        return TEXTS.keySet().stream().sorted().toList();
    }

    static List<Error> complaints(String schema, JsonNode value) {
        return schema(schema).validate(value);
    }

    static boolean accepts(String schema, JsonNode value) {
        return complaints(schema, value).isEmpty();
    }

    static JsonNode text(String schema) {
        return JSON.readTree(TEXTS.get(schema));
    }

    /** What a node says, or what it refers to says. */
    static JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        var parts = node.get("$ref").asString().split("#", 2);
        var file = text(parts[0].replace(".json", ""));
        return resolved(parts.length == 1 ? file : file.at(parts[1]));
    }

    /** Every golden file, by its name without the ending. */
    static Map<String, JsonNode> golden() {
        return files(WIRE).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> JSON.readTree(file.getValue())));
    }

    /** The schemas of a version as they were published, as far as they go. */
    static Map<String, JsonNode> published(int version) {
        return files(Path.of("src", "test", "resources", "published", "v" + version)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> JSON.readTree(file.getValue())));
    }

    static JsonNode golden(String event) {
        return Objects.requireNonNull(golden().get(event), event);
    }

    private static Schema schema(String name) {
        return REGISTRY.getSchema(SchemaLocation.of(ADDRESS + name + ".json"));
    }

    private static Map<String, String> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files.collect(
                    Collectors.toMap(file -> file.getFileName().toString().replace(".json", ""), Schemas::read));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
