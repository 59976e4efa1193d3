package io.judgeflow.contracts.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A set of schemas as it was published, held against what has become of it. */
final class Publication {

    /** What says nothing about which values are right. */
    private static final Set<String> REMARKS =
            Set.of("$schema", "title", "description", "examples", "default", "deprecated", "$defs");

    private final Map<String, JsonNode> before;
    private final Map<String, JsonNode> after;
    private final List<String> complaints = new ArrayList<>();

    private Publication(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        this.before = before;
        this.after = after;
    }

    /** What would break somebody who reads or writes by what was published; by file name without the ending. */
    static List<String> complaints(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var publication = new Publication(before, after);
        before.forEach((name, schema) -> {
            if (after.containsKey(name)) {
                publication.compare(name, schema, after.get(name));
            } else {
                publication.complaints.add(name + " is gone");
            }
        });
        return publication.complaints;
    }

    private void compare(String at, JsonNode was, JsonNode is) {
        var old = resolved(before, was);
        var young = resolved(after, is);
        var keywords = new TreeSet<String>(old.propertyNames());
        keywords.addAll(young.propertyNames());
        keywords.removeAll(REMARKS);
        for (var keyword : keywords) {
            switch (keyword) {
                case "properties" -> properties(at, old.path(keyword), young.path(keyword));
                case "enum" -> grown(at, old.path(keyword), young.path(keyword));
                case "required" -> same(at, keyword, texts(old.path(keyword)), texts(young.path(keyword)));
                case "items", "additionalProperties", "propertyNames", "not" ->
                    part(at + "/" + keyword, old.path(keyword), young.path(keyword));
                case "allOf", "anyOf", "oneOf" -> parts(at + "/" + keyword, old.path(keyword), young.path(keyword));
                default -> same(at, keyword, old.path(keyword), young.path(keyword));
            }
        }
    }

    private void properties(String at, JsonNode was, JsonNode is) {
        was.properties().forEach(property -> {
            var now = is.path(property.getKey());
            if (now.isMissingNode()) {
                complaints.add(at + "." + property.getKey() + " is gone");
            } else {
                compare(at + "." + property.getKey(), property.getValue(), now);
            }
        });
    }

    private void grown(String at, JsonNode was, JsonNode is) {
        if (was.isMissingNode() || !texts(is).containsAll(texts(was))) {
            complaints.add(at + " has another enum: " + was + " was " + is);
        }
    }

    private void part(String at, JsonNode was, JsonNode is) {
        if (was.isObject() && is.isObject()) {
            compare(at, was, is);
        } else {
            same(at, "it", was, is);
        }
    }

    private void parts(String at, JsonNode was, JsonNode is) {
        same(at, "number of parts", was.size(), is.size());
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            compare(at + "/" + i, was.get(i), is.get(i));
        }
    }

    private void same(String at, String what, Object was, Object is) {
        if (!was.equals(is)) {
            complaints.add("%s has another %s: %s was %s".formatted(at, what, is, was));
        }
    }

    private static JsonNode resolved(Map<String, JsonNode> schemas, JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        var parts = node.get("$ref").asString().split("#", 2);
        var file = Objects.requireNonNull(schemas.get(parts[0].replace(".json", "")), parts[0]);
        return resolved(schemas, parts.length == 1 ? file : file.at(parts[1]));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
