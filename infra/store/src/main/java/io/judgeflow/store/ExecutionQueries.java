package io.judgeflow.store;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads {@code executions}, for what the topics no longer hold. Errors are those of the database, and may pass. */
public final class ExecutionQueries {

    private static final String FIND = """
            select id, user_id, language, code, status, score, verdict, stdout, stderr, compile_output, message,
              tests::text as tests, "time", memory, attempt, version, created_at, updated_at, problem,
              rejudge_of
            from public.executions where id = :id
            """;

    private static final String HISTORY = """
            select id, language, status, score, verdict, "time", memory, attempt, version, created_at, updated_at
            from public.executions
            where user_id = :user_id and (created_at, id) < (:created_at, :id)
            order by created_at desc, id desc
            limit :limit
            """;

    private final DatabaseClient database;
    private final Duration timeout;

    ExecutionQueries(DatabaseClient database, Duration timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    /** The newest state that was written of this job, with its code; empty when there is none. */
    public Mono<JobResult> find(JobId id) {
        return database.sql(FIND).bind("id", id.value()).map(Rows::result).one().timeout(timeout);
    }

    /**
     * A page of a user's history, newest first.
     *
     * @param before the {@link ExecutionSummary#cursor()} of the last line already known; null for the first page
     * @param limit lines at most, at least 1
     */
    public Flux<ExecutionSummary> history(String userId, @Nullable HistoryCursor before, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one line");
        }
        var start = before == null ? HistoryCursor.START : before;
        return database.sql(HISTORY)
                .bind("user_id", String.valueOf(Storable.text(userId)))
                .bind("created_at", start.createdAt())
                .bind("id", start.jobId().value())
                .bind("limit", limit)
                .map(Rows::summary)
                .all()
                .timeout(timeout);
    }
}
