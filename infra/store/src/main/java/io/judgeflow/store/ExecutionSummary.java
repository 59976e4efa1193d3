package io.judgeflow.store;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a user's history: a row without code, outputs and tests.
 *
 * @param score null until there is a verdict
 * @param verdict null until the job has ended
 * @param time processor time in seconds, the longest of all tests; null when not known
 * @param memory KiB, the largest of all tests; null when not known
 */
public record ExecutionSummary(
        JobId jobId,
        String language,
        Status status,
        @Nullable Integer score,
        @Nullable Verdict verdict,
        @Nullable Double time,
        @Nullable Integer memory,
        int attempt,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Where the history goes on below this line. */
    public HistoryCursor cursor() {
        return new HistoryCursor(createdAt, jobId);
    }
}
