package io.judgeflow.store;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes and reads {@code leaderboard}: a row only ever gets better, so writing in any order, any number of times, will do. */
public final class LeaderboardTable {

    private static final String UPSERT = """
            insert into public.leaderboard as present (problem, user_id, score, job_id, language, finished_at)
            values (:problem, :user_id, :score, :job_id, :language, :finished_at)
            on conflict (problem, user_id) do update set
              score = excluded.score, job_id = excluded.job_id, language = excluded.language,
              finished_at = excluded.finished_at
            where (excluded.score, present.finished_at, present.job_id)
                > (present.score, excluded.finished_at, excluded.job_id)
            """;

    private static final String BEST = """
            select problem, user_id, score, job_id, language, finished_at from public.leaderboard
            where problem = :problem
            order by score desc, finished_at, job_id
            limit :limit
            """;

    private final DatabaseClient database;
    private final Duration timeout;

    LeaderboardTable(DatabaseClient database, Duration timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    /**
     * Writes it if it is better than what is there.
     *
     * @return whether it was; fails with {@link Unstorable} when it can never be written
     */
    public Mono<Boolean> upsert(LeaderboardEntry entry) {
        return Mono.defer(() -> database.sql(UPSERT)
                        .bind("problem", entry.problem().value())
                        .bind("user_id", String.valueOf(Storable.text(entry.userId())))
                        .bind("score", entry.score())
                        .bind("job_id", entry.jobId().value())
                        .bind("language", String.valueOf(Storable.text(entry.language())))
                        .bind("finished_at", Storable.time(entry.finishedAt()))
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows > 0)
                .timeout(timeout)
                .onErrorMap(Unstorable::orSame);
    }

    /**
     * The best of a problem, best first.
     *
     * @param limit at most, at least 1
     */
    public Flux<LeaderboardEntry> best(ProblemId problem, int limit) {
        return database.sql(BEST)
                .bind("problem", problem.value())
                .bind("limit", limit)
                .map(LeaderboardTable::entry)
                .all()
                .timeout(timeout);
    }

    private static LeaderboardEntry entry(Readable row) {
        return new LeaderboardEntry(
                Schema.VERSION,
                new ProblemId(Rows.required(row, "problem", String.class)),
                Rows.required(row, "user_id", String.class),
                Rows.required(row, "score", Integer.class),
                new JobId(Rows.required(row, "job_id", UUID.class)),
                Rows.required(row, "language", String.class),
                Rows.required(row, "finished_at", Instant.class));
    }
}
