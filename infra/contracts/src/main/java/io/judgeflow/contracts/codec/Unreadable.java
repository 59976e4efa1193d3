package io.judgeflow.contracts.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Why and where JSON could not be read. Jackson's own messages quote what they read, and so cannot be used. */
final class Unreadable {

    /** Right as JSON, and yet not what is wanted. */
    static final String WRONG = "not what belongs there";

    private Unreadable() {}

    static String reason(JacksonException e) {
        var field = field(e);
        var at = e.getLocation();
        return kind(e)
                + (field.isEmpty() ? "" : ", in " + field)
                + (at == null || at.getLineNr() < 0
                        ? ""
                        : ", at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    /** Our own values say what they want in words of their own, which quote nothing. */
    private static String kind(JacksonException e) {
        var cause = e instanceof ValueInstantiationException ? e.getCause() : null;
        if (cause != null) {
            return String.valueOf(cause.getMessage());
        }
        return e instanceof StreamReadException ? "malformed JSON" : WRONG;
    }

    /** Such as {@code tests[3].weight}: only names of fields that we know are in a path. */
    private static String field(JacksonException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
