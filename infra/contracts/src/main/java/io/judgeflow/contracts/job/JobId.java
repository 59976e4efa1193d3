package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of a job and the key of every record about it; a UUIDv7 when the gateway made it. */
public record JobId(UUID value) {

    /**
     * Reads the usual text form.
     *
     * @throws IllegalArgumentException when the text is not a UUID of 36 characters
     */
    @JsonCreator
    public static JobId of(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("a job id is a UUID of 36 characters");
        }
        return new JobId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
