package io.judgeflow.contracts.event;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A trial callback of an instance has arrived: its workers reach us.
 *
 * @param instance host and port of the instance; the record's key
 * @param trial which trial it was, made up by whoever began it
 * @param at when it arrived
 */
public record CallbackHeard(int schemaVersion, String instance, UUID trial, Instant at) {

    public CallbackHeard {
        Schema.require(schemaVersion);
        Objects.requireNonNull(instance, "instance is missing");
        Objects.requireNonNull(trial, "trial is missing");
        Objects.requireNonNull(at, "at is missing");
    }
}
