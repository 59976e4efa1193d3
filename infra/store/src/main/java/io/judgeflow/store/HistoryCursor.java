package io.judgeflow.store;

import io.judgeflow.contracts.job.JobId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a user's history: between the execution that it names and the next older one. Its text form is for clients
 * to hand back, not to read.
 *
 * @param createdAt in microseconds, as the database keeps it
 */
public record HistoryCursor(Instant createdAt, JobId jobId) {

    /** Before the newest. */
    static final HistoryCursor START =
            new HistoryCursor(Instant.parse("9999-12-31T00:00:00Z"), new JobId(new UUID(-1, -1)));

    /**
     * Reads the text form back.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static HistoryCursor of(String text) {
        var split = text.indexOf('_');
        if (split < 0) {
            throw new IllegalArgumentException("this is no place in a history");
        }
        try {
            return new HistoryCursor(
                    Storable.time(Instant.parse(text.substring(0, split))), JobId.of(text.substring(split + 1)));
        } catch (DateTimeException | Unstorable e) {
            throw new IllegalArgumentException("this is no place in a history", e);
        }
    }

    @Override
    public String toString() {
        return createdAt + "_" + jobId;
    }
}
