package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;

/** The identity of a job and the key of every record about it; a UUIDv7 when the gateway made it. */
public record JobId(UUID value) {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * Reads the canonical text form, and no other: the same job must always have the same key, or its records would lie
     * in different partitions.
     *
     * @throws IllegalArgumentException when the text is not a UUID of 36 characters in lower case
     */
    @JsonCreator
    public static JobId of(String text) {
        // The JDK's own complaint would quote the text.
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("a job id is a UUID of 36 characters in lower case");
        }
        return new JobId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
