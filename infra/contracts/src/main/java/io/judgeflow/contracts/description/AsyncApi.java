package io.judgeflow.contracts.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AsyncAPI document of the topics. In the source tree it refers to the JSON Schemas beside it; here they are in it, so
 * that it can be read alone.
 */
public final class AsyncApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BESIDE =
            Pattern.compile("(?<=\"\\$ref\": \")(?:definitions\\.json#/\\$defs/(\\w+)|([\\w-]+)\\.json)(?=\")");

    private AsyncApi() {}

    /** As JSON, in UTF-8. */
    public static byte[] document() {
        var document = JSON.readTree(text("asyncapi.json"));
        var schemas = (ObjectNode) document.at("/components/schemas");
        for (var name : schemas.propertyNames().toArray(String[]::new)) {
            schemas.set(name, schema(schemas.get(name).get("$ref").asString()));
        }
        return JSON.writeValueAsBytes(document);
    }

    /** @param reference such as {@code schema/definitions.json#/$defs/jobId} */
    private static JsonNode schema(String reference) {
        var parts = reference.split("#", 2);
        var file = BESIDE.matcher(text(parts[0])).replaceAll("#/components/schemas/$1$2");
        var schema = (ObjectNode) JSON.readTree(file).at(parts.length == 1 ? "" : parts[1]);
        schema.remove("$schema");
        return schema;
    }

    private static String text(String file) {
        try (var in = AsyncApi.class.getResourceAsStream("/contract/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
