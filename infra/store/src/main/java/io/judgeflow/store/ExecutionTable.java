package io.judgeflow.store;

import io.judgeflow.contracts.event.JobResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Writes results into {@code executions}: a newer version replaces an older one, a terminal state never changes, and the
 * code, which comes with the first result only, stays. So writing anything again, in any order, changes nothing.
 *
 * <p>PostgreSQL takes neither U+0000 nor lone surrogates; both become U+FFFD on the way in.
 */
public final class ExecutionTable {

    /** Arrays instead of rows of parameters: one text, so one prepared statement, for batches of every size. */
    private static final String UPSERT = """
            insert into public.executions
              (id, user_id, language, code, status, score, verdict, stdout, stderr, compile_output, message,
               tests, "time", memory, attempt, version, created_at, updated_at, problem, rejudge_of)
            select id, user_id, language, code, status, score, verdict, stdout, stderr, compile_output, message,
               tests::jsonb, "time", memory, attempt, version, created_at, updated_at, problem, rejudge_of
            from unnest(:id, :user_id, :language, :code, :status, :score, :verdict, :stdout, :stderr, :compile_output,
               :message, :tests, :time, :memory, :attempt, :version, :created_at, :updated_at, :problem, :rejudge_of)
              as batch(id, user_id, language, code, status, score, verdict, stdout, stderr, compile_output, message,
               tests, "time", memory, attempt, version, created_at, updated_at, problem, rejudge_of)
            on conflict (id) do update set
              user_id = excluded.user_id, language = excluded.language,
              code = coalesce(excluded.code, executions.code),
              status = excluded.status, score = excluded.score, verdict = excluded.verdict,
              stdout = excluded.stdout, stderr = excluded.stderr, compile_output = excluded.compile_output,
              message = excluded.message, tests = excluded.tests, "time" = excluded."time",
              memory = excluded.memory, attempt = excluded.attempt, version = excluded.version,
              created_at = excluded.created_at, updated_at = excluded.updated_at, problem = excluded.problem,
              rejudge_of = excluded.rejudge_of
            where executions.version < excluded.version and executions.status not in ('done', 'error')
            """;

    private static final String PRESENT = """
            select count(*) from unnest(:id, :version) as batch(id, version)
            join public.executions on executions.id = batch.id
            where executions.version >= batch.version or executions.status in ('done', 'error')
            """;

    private static final List<Column<?>> COLUMNS = List.of(
            new Column<>("id", UUID[]::new, row -> row.jobId().value()),
            text("user_id", JobResult::userId),
            text("language", JobResult::language),
            text("code", JobResult::code),
            text("status", row -> Rows.name(row.status())),
            new Column<>("score", Integer[]::new, JobResult::score),
            text("verdict", row -> row.verdict() == null ? null : Rows.name(row.verdict())),
            text("stdout", row -> row.output().stdout()),
            text("stderr", row -> row.output().stderr()),
            text("compile_output", row -> row.output().compileOutput()),
            text("message", row -> row.output().message()),
            text("tests", row -> TestsJson.write(row.tests())),
            new Column<>("time", Double[]::new, row -> row.output().time()),
            new Column<>("memory", Integer[]::new, row -> row.output().memory()),
            new Column<>("attempt", Integer[]::new, JobResult::attempt),
            new Column<>("version", Long[]::new, JobResult::version),
            new Column<>("created_at", Instant[]::new, row -> Storable.time(row.createdAt())),
            new Column<>("updated_at", Instant[]::new, row -> Storable.time(row.updatedAt())),
            text("problem", row -> row.problem() == null ? null : row.problem().value()),
            new Column<>(
                    "rejudge_of",
                    UUID[]::new,
                    row -> row.rejudgeOf() == null ? null : row.rejudgeOf().value()));

    private final DatabaseClient database;
    private final Duration timeout;

    ExecutionTable(DatabaseClient database, Duration timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    /**
     * Writes them all or none, in one statement that is its own transaction: once this ends they are committed.
     *
     * @param results any number of them, also several of one job
     * @return how many rows are new or changed; fails with {@link Unstorable} when a result can never be written,
     *     with {@link Swallowed} when the database took it and it is not there
     */
    public Mono<Integer> upsert(List<JobResult> results) {
        if (results.isEmpty()) {
            return Mono.just(0);
        }
        return Mono.defer(() -> write(Newest.of(results))).timeout(timeout).onErrorMap(Unstorable::orSame);
    }

    private Mono<Integer> write(Collection<JobResult> rows) {
        var statement = database.sql(UPSERT);
        for (var column : COLUMNS) {
            statement = statement.bind(column.name(), column.values(rows));
        }
        return statement
                .fetch()
                .rowsUpdated()
                .map(Math::toIntExact)
                .flatMap(changed -> changed < rows.size() ? accounted(rows, changed) : Mono.just(changed));
    }

    /** What was not written must have been there before: a policy or a trigger can swallow a row without an error. */
    private Mono<Integer> accounted(Collection<JobResult> rows, int changed) {
        return database.sql(PRESENT)
                .bind("id", rows.stream().map(row -> row.jobId().value()).toArray(UUID[]::new))
                .bind("version", rows.stream().map(JobResult::version).toArray(Long[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .filter(present -> present == rows.size())
                .switchIfEmpty(Mono.error(() -> new Swallowed(rows.size())))
                .thenReturn(changed);
    }

    private static Column<String> text(String name, Function<JobResult, @Nullable String> value) {
        return new Column<>(name, String[]::new, row -> Storable.text(value.apply(row)));
    }

    private record Column<T>(String name, IntFunction<T[]> array, Function<JobResult, @Nullable T> value) {

        T[] values(Collection<JobResult> rows) {
            return rows.stream().map(value).toArray(array);
        }
    }
}
