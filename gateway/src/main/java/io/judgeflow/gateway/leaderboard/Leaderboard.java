package io.judgeflow.gateway.leaderboard;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A leaderboard as it is shown, best first. */
record Leaderboard(ProblemId problem, List<Place> places) {

    /** @param entries best first */
    static Leaderboard of(ProblemId problem, List<LeaderboardEntry> entries) {
        return new Leaderboard(
                problem,
                IntStream.range(0, entries.size())
                        .mapToObj(i -> Place.of(i + 1, entries.get(i)))
                        .toList());
    }

    /**
     * One user's place.
     *
     * @param rank from 1; no two are equal
     * @param finishedAt when the job that earned it ended
     */
    record Place(int rank, String userId, int score, JobId jobId, String language, Instant finishedAt) {

        private static Place of(int rank, LeaderboardEntry entry) {
            return new Place(rank, entry.userId(), entry.score(), entry.jobId(), entry.language(), entry.finishedAt());
        }
    }
}
