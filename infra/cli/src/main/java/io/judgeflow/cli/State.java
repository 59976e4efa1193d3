package io.judgeflow.cli;

import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job at one moment, or one of its tests.
 *
 * @param text as the gateway sent it
 */
record State(String text, JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    static State of(String text) {
        try {
            return new State(text, JSON.readTree(text));
        } catch (JacksonException e) {
            throw new Failure(Exit.NO_ANSWER, "The gateway sent something that is no JSON: is it Judgeflow's?");
        }
    }

    String string(String field) {
        return json.path(field).asString("");
    }

    String status() {
        return string("status");
    }

    /** Empty until there is one. */
    String verdict() {
        return string("verdict");
    }

    boolean ended() {
        return status().equals("done") || status().equals("error");
    }

    Stream<State> tests() {
        return json.path("tests").valueStream().map(test -> new State(text, test));
    }

    /** In a line: where it stands, or how it came out and what that took. */
    String summary() {
        var line = new StringBuilder(verdict().isEmpty() ? status() : verdict());
        append(line, ", score %s", "score");
        if (!verdict().isEmpty()) {
            append(line, ", %s s", "time");
            append(line, ", %s KiB", "memory");
        }
        return line.toString();
    }

    private void append(StringBuilder line, String format, String field) {
        if (json.hasNonNull(field)) {
            line.append(format.formatted(json.get(field).asString()));
        }
    }
}
