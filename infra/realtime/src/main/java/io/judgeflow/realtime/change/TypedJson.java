package io.judgeflow.realtime.change;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** PostgreSQL's text form of a value as JSON, as {@code to_jsonb} has it. Arrays stay text. */
final class TypedJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A time zone without minutes, which ISO 8601 in JSON has. */
    private static final Pattern WHOLE_HOURS = Pattern.compile("[+-]\\d\\d$");

    private TypedJson() {}

    static JsonNode of(String type, @Nullable String text) {
        if (text == null) {
            return NODES.nullNode();
        }
        return switch (type) {
            case "bool" -> NODES.booleanNode(text.equals("t"));
            case "int2", "int4", "int8" -> NODES.numberNode(Long.parseLong(text));
            case "float4", "float8", "numeric" -> number(text);
            case "json", "jsonb" -> json(text);
            case "timestamp" -> NODES.stringNode(text.replace(' ', 'T'));
            case "timestamptz" -> NODES.stringNode(zoned(text.replace(' ', 'T')));
            default -> NODES.stringNode(text);
        };
    }

    /** JSON has no NaN and no infinity; {@code to_jsonb} makes texts of them too. */
    private static JsonNode number(String text) {
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return NODES.stringNode(text);
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return NODES.stringNode(text);
        }
    }

    private static String zoned(String text) {
        return WHOLE_HOURS.matcher(text).find() ? text + ":00" : text;
    }
}
