package io.judgeflow.gateway.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says in the client's terms why a request could not be read. */
final class UnreadableRequest {

    private UnreadableRequest() {}

    /** Null when the exception's own words will do. */
    static @Nullable Problem asProblem(ServerWebInputException refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return ofJson(json);
            }
            if (cause instanceof DataBufferLimitException) {
                return Problem.tooLarge("The body is larger than this gateway takes.");
            }
        }
        var parameter = refused.getMethodParameter();
        return parameter != null && parameter.getParameterType() != null && refused.getReason() != null
                ? ofParameter(refused)
                : null;
    }

    private static @Nullable Problem ofParameter(ServerWebInputException refused) {
        var parameter = refused.getMethodParameter();
        if (parameter == null || parameter.getParameterName() == null) {
            return null;
        }
        return refused.getCause() == null
                ? Problem.unreadable("The request has no body.")
                : Problem.parameter(parameter.getParameterName(), "cannot be understood");
    }

    private static Problem ofJson(JacksonException json) {
        var mapped = json instanceof DatabindException || json instanceof InputCoercionException;
        if (mapped && !json.getPath().isEmpty()) {
            return Problem.invalid(List.of(new FieldProblem(place(json.getPath()), rule(json))));
        }
        if (json instanceof MismatchedInputException) {
            return Problem.unreadable("The body must be one JSON object.");
        }
        return Problem.unreadable("The body is not valid JSON" + position(json) + ".");
    }

    private static String position(JacksonException json) {
        var location = json.getLocation();
        return json instanceof StreamReadException && location != null && location.getLineNr() > 0
                ? " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")"
                : "";
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
        if (json instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "is none of the values that it can have";
        }
        return json instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "must be " + kind(mismatch.getTargetType())
                : "has a value that cannot be taken";
    }

    private static String kind(Class<?> type) {
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
}
