package io.judgeflow.judge0;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes Judge0's errors readable. Judge0 1.13.1 has several shapes: {@code {"error": text}}, attribute to messages on a
 * 422, nothing at all on 401, 403 and most framework errors; what stands in front of it adds HTML and plain text.
 */
final class Complaint {

    private static final int LONGEST = 500;

    private Complaint() {}

    static String in(byte[] body, int status) {
        var json = parse(body);
        var words = json != null ? in(json) : plain(body);
        return words.isBlank() ? "HTTP " + status + reason(status) : shorten(words);
    }

    /** The readable form of an errors object; empty when it holds no words. */
    static String in(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> shorten(json.asString());
            case ARRAY -> json.valueStream().map(Complaint::in).collect(Collectors.joining("; "));
            case OBJECT -> inObject(json);
            default -> "";
        };
    }

    /** Whether a 503 comes from Judge0 itself, which has only a full queue and maintenance to say with it. */
    static boolean isJudge0s(byte[] body) {
        var json = parse(body);
        return json != null && json.path("error").isString() && !json.has("status");
    }

    private static String inObject(JsonNode json) {
        for (var key : new String[] {"error", "message"}) {
            if (json.path(key).isString() && !json.path(key).asString().isBlank()) {
                return shorten(json.path(key).asString());
            }
        }
        return shorten(json.propertyStream()
                .flatMap(field -> (field.getValue().isArray()
                                ? field.getValue().valueStream()
                                : Stream.of(field.getValue()))
                        .map(message -> field.getKey() + " " + in(message)))
                .map(String::strip)
                .collect(Collectors.joining("; ")));
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            var json = Answer.JSON.readTree(body);
            return json == null || json.isMissingNode() || json.isNull() ? null : json;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** A short plain text says something, a page of HTML does not. */
    private static String plain(byte[] body) {
        var text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8).strip();
        return text.startsWith("<") || text.startsWith("{") || text.startsWith("[") ? "" : text;
    }

    private static String reason(int status) {
        var known = HttpStatus.resolve(status);
        return known == null ? "" : " " + known.getReasonPhrase();
    }

    private static String shorten(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
