package io.judgeflow.testkit.judge0;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A submission as it was sent, before it is accepted or not. Texts are decoded. */
record Draft(
        String source,
        int language,
        @Nullable String stdin,
        @Nullable String expected,
        @Nullable String callbackUrl,
        Map<String, Double> limits) {

    private static final Map<String, Double> MAXIMA =
            Map.of("cpu_time_limit", 15.0, "wall_time_limit", 20.0, "memory_limit", 512_000.0);

    static Draft of(JsonNode json, boolean base64) {
        var limits = new LinkedHashMap<String, Double>();
        MAXIMA.keySet().stream()
                .filter(json::hasNonNull)
                .forEach(name -> limits.put(name, json.path(name).asDouble(0)));
        var source = text(json, "source_code", base64);
        return new Draft(
                source == null ? "" : source,
                json.path("language_id").asInt(0),
                text(json, "stdin", base64),
                text(json, "expected_output", base64),
                text(json, "callback_url", false),
                limits);
    }

    /** Attribute to messages as Judge0 1.13.1 words them; empty when all is well. */
    Map<String, List<String>> errors(Setup setup) {
        var errors = new LinkedHashMap<String, List<String>>();
        if (source.isBlank()) {
            errors.put("source_code", List.of("can't be blank"));
        }
        if (!setup.languages().containsKey(language)) {
            errors.put("language_id", languageErrors());
        }
        limits.forEach((name, value) -> {
            if (value > MAXIMA.getOrDefault(name, 0.0)) {
                errors.put(name, List.of("must be less than or equal to " + most(name)));
            }
        });
        if (callbackUrl != null && !setup.callbacks()) {
            errors.put("callback_url", List.of("setting callback is not allowed"));
        }
        var rejected = Directive.of(source).text("reject");
        if (rejected != null) {
            errors.put("source_code", List.of(rejected.replace('_', ' ')));
        }
        return errors;
    }

    private List<String> languageErrors() {
        var errors = new ArrayList<String>();
        if (language == 0) {
            errors.add("can't be blank");
        }
        errors.add("language with id " + (language == 0 ? "" : language) + " doesn't exist");
        return errors;
    }

    private static String most(String name) {
        var most = MAXIMA.getOrDefault(name, 0.0);
        return name.equals("memory_limit") ? String.valueOf(most.intValue()) : String.valueOf(most);
    }

    private static @Nullable String text(JsonNode json, String name, boolean base64) {
        if (!json.hasNonNull(name)) {
            return null;
        }
        var text = json.path(name).asString("");
        return base64 ? Texts.decode(text) : text;
    }
}
