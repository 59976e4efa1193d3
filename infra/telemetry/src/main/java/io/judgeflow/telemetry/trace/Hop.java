package io.judgeflow.telemetry.trace;

import java.util.Map;

/**
 * Something that a service does for a job, as one span.
 *
 * @param name of few values, such as {@code process judgeflow.submissions}
 * @param attributes by their names in OpenTelemetry's conventions; nothing of the user's own
 */
public record Hop(Kind kind, String name, Map<String, String> attributes) {

    /** Which side of a conversation it is. */
    public enum Kind {
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }
}
