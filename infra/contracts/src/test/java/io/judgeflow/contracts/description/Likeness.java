package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds a schema against a record.
 *
 * @param event for messages
 * @param tags fields that are no components
 */
record Likeness(String event, Set<String> tags) {

    /** What older records lack, and the reader fills in. */
    private static final Set<String> FILLED_IN = Set.of("JobDeferred.submittedAt", "TestResult.attempts");

    private static final Map<String, List<Class<?>>> SCALARS = Map.of(
            "string", List.of(String.class, JobId.class, ProblemId.class, UUID.class, Instant.class),
            "integer", List.of(int.class, Integer.class, long.class, Long.class),
            "number", List.of(double.class, Double.class),
            "boolean", List.of(boolean.class, Boolean.class));

    void check(Class<?> type, JsonNode schema) {
        assertThat(schema.get("type").asString()).as(event).isEqualTo("object");
        assertThat(schema.has("additionalProperties"))
                .as("what nobody knows yet is welcome")
                .isFalse();
        var components = components(type).collect(Collectors.toMap(RecordComponent::getName, each -> each));
        var properties = properties(schema);
        assertThat(properties.keySet())
                .as(event + ": " + type)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(components.keySet().stream(), tags.stream())
                        .toList());
        var needed = new TreeSet<>(tags);
        components.forEach((name, component) -> {
            var property = Objects.requireNonNull(properties.get(name), name);
            if (needed(component, property)) {
                needed.add(name);
            }
            new Likeness(event + "." + name, Set.of()).checkType(component.getGenericType(), property);
        });
        assertThat(required(schema)).as(event + ": " + type).isEqualTo(needed);
    }

    private static boolean needed(RecordComponent component, JsonNode property) {
        var name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        AnnotatedElement type = component.getAnnotatedType();
        return !type.isAnnotationPresent(Nullable.class) && !property.has("default") && !FILLED_IN.contains(name);
    }

    private void checkType(Type type, JsonNode property) {
        var schema = Schemas.resolved(property);
        switch (type) {
            case ParameterizedType generic -> checkGeneric(generic, schema);
            case Class<?> plain -> checkClass(plain, schema);
            default -> throw new AssertionError(event + " is of an unknown type, " + type);
        }
    }

    private void checkGeneric(ParameterizedType type, JsonNode schema) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            assertThat(schema.get("type").asString()).as(event).isEqualTo("array");
            checkType(arguments[0], schema.get("items"));
            return;
        }
        assertThat(type.getRawType()).as(event).isEqualTo(Map.class);
        assertThat(schema.get("type").asString()).as(event).isEqualTo("object");
        checkType(arguments[1], schema.get("additionalProperties"));
        if (arguments[0] != String.class) {
            checkType(arguments[0], schema.get("propertyNames"));
        }
    }

    private void checkClass(Class<?> type, JsonNode schema) {
        if (type == ChosenChecker.class) {
            checkChecker(schema);
        } else if (type.isEnum()) {
            assertThat(texts(schema.get("enum"))).as(event).isEqualTo(names(type));
        } else if (SCALARS.values().stream().anyMatch(all -> all.contains(type))) {
            assertThat(SCALARS.get(schema.get("type").asString())).as(event).contains(type);
        } else {
            assertThat(type.isRecord()).as(event).isTrue();
            check(type, schema);
        }
    }

    private void checkChecker(JsonNode schema) {
        var names = Stream.of(ChosenChecker.Kind.values())
                .map(ChosenChecker.Kind::label)
                .toList();
        assertThat(texts(Schemas.resolved(schema.at("/oneOf/0")).get("enum")))
                .as(event)
                .isEqualTo(names);
        assertThat(properties(schema.at("/oneOf/1")))
                .as(event)
                .containsOnlyKeys(Stream.of(ChosenChecker.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> unwrapped(component) ? components(component.getType()) : Stream.of(component));
    }

    private static boolean unwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** Its own, and those of all that it is as well. */
    static Map<String, JsonNode> properties(JsonNode schema) {
        var properties = new TreeMap<String, JsonNode>();
        parts(schema)
                .forEach(part -> part.path("properties")
                        .properties()
                        .forEach(property -> properties.put(property.getKey(), property.getValue())));
        return properties;
    }

    private static Set<String> required(JsonNode schema) {
        return parts(schema)
                .flatMap(part -> texts(part.path("required")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> parts(JsonNode schema) {
        return Stream.concat(
                Stream.of(schema), schema.path("allOf").valueStream().map(Schemas::resolved));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getFields())
                .filter(field -> field.isEnumConstant())
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .toList();
    }
}
