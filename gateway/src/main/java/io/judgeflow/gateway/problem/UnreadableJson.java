package io.judgeflow.gateway.problem;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Where a body is not what it should be: at which field, or at which line when it is no JSON at all. */
final class UnreadableJson {

    private UnreadableJson() {}

    static Problem asProblem(JacksonException json) {
        var mapped = json instanceof DatabindException || json instanceof InputCoercionException;
        if (mapped && !json.getPath().isEmpty()) {
            return Problem.invalid(List.of(new FieldProblem(place(json.getPath()), rule(json))));
        }
        if (json instanceof StreamConstraintsException) {
            return Problem.unreadable(
                    "The body is nested more deeply, or has a longer number or name, than is read here.");
        }
        return json instanceof MismatchedInputException
                ? Problem.unreadable("The body must be one JSON object.")
                : Problem.unreadable("The body is not valid JSON" + position(json) + ".");
    }

    private static String position(JacksonException json) {
        var location = json.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String place(List<JacksonException.Reference> path) {
        var place = new StringBuilder();
        for (var step : path) {
            if (step.getPropertyName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return place.toString();
    }

    private static String rule(JacksonException json) {
        var type = switch (json) {
            case MismatchedInputException mismatch -> mismatch.getTargetType();
            case InputCoercionException overflow -> overflow.getTargetType();
            default -> null;
        };
        return type == null ? "has a value that cannot be taken" : "must be " + kind(type);
    }

    private static String kind(Class<?> type) {
        var described = type.getAnnotation(JsonClassDescription.class);
        if (described != null) {
            return described.value();
        }
        if (type.isEnum()) {
            return Stream.of(type.getFields()).map(UnreadableJson::name).collect(Collectors.joining(" or "));
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == String.class) {
            return "a string";
        }
        return List.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String name(Field constant) {
        @Nullable JsonProperty given = constant.getAnnotation(JsonProperty.class);
        return given == null ? constant.getName() : given.value();
    }
}
