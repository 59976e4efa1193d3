package io.judgeflow.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an instance offered when it was last asked.
 *
 * @param instance host and port of the instance; the record's key
 */
public record InstanceLanguages(int schemaVersion, String instance, List<Language> languages, Instant at) {

    public InstanceLanguages {
        Schema.require(schemaVersion);
        Objects.requireNonNull(instance, "instance is missing");
        languages = List.copyOf(languages);
    }

    /** One language; the id means something on this instance only (Judge0: flavours reuse ids). */
    public record Language(int id, String name) {}
}
