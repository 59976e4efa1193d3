package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * The best that a user has done on a problem so far. Of two equal scores the one that was reached first is the better.
 *
 * @param jobId the job that did it
 * @param finishedAt when that job ended
 */
public record LeaderboardEntry(
        int schemaVersion,
        ProblemId problem,
        String userId,
        int score,
        JobId jobId,
        String language,
        Instant finishedAt) {

    /** The best first; no two jobs are equal. */
    public static final Comparator<LeaderboardEntry> BEST_FIRST = Comparator.comparingInt(LeaderboardEntry::score)
            .reversed()
            .thenComparing(LeaderboardEntry::finishedAt)
            .thenComparing(entry -> entry.jobId().value());

    public LeaderboardEntry {
        Schema.require(schemaVersion);
        Objects.requireNonNull(problem, "problem is missing");
        Objects.requireNonNull(userId, "userId is missing");
        Objects.requireNonNull(jobId, "jobId is missing");
        Objects.requireNonNull(language, "language is missing");
        Objects.requireNonNull(finishedAt, "finishedAt is missing");
    }

    /** The record's key: a problem's name has no slash, so no two pairs share one. */
    @JsonIgnore
    public String key() {
        return problem + "/" + userId;
    }

    /** Whether this takes the other one's place. */
    public boolean beats(LeaderboardEntry other) {
        return BEST_FIRST.compare(this, other) < 0;
    }
}
