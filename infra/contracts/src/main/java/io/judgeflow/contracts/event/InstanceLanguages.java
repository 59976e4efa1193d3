package io.judgeflow.contracts.event;

import io.judgeflow.contracts.language.Language;
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
}
