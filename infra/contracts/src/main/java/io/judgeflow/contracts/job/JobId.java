package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a job and the key of every record about it; a UUIDv7 when the gateway made it. */
public record JobId(UUID value) {

    /**
     * Reads the canonical text form, and no other: the same job must always have the same key, or its records would lie
     * in different partitions.
     *
     * @throws IllegalArgumentException when the text is not a UUID of 36 characters in lower case
     */
    @JsonCreator
    public static JobId of(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("a job id is a UUID of 36 characters in lower case");
        }
        return new JobId(id);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
