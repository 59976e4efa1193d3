package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.r2dbc.pool.ConnectionPool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

class ExecutionTableIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static ConnectionPool connections;
    private static ExecutionTable table;
    private static ExecutionQueries queries;

    private final Results job = Results.ofSomeJob();

    @BeforeAll
    static void start() {
        database = TestDatabase.start(directory);
        connections = database.ordinaryUser("writer");
        new Migration(connections, true).once().block(PATIENCE);
        table = new ExecutionTable(DatabaseClient.create(connections), PATIENCE);
        queries = new ExecutionQueries(DatabaseClient.create(connections), PATIENCE);
    }

    @AfterAll
    static void stop() {
        connections.dispose();
        database.close();
    }

    @Test
    void keepsEveryFieldOfAResult() {
        var output = new RunOutput("out č 😀", "err", "warning", "Exited", 0.018, 3488);
        var result = job.result(4, Status.ERROR, output).withCode("print('{\"a\\\\', NULL)");

        assertThat(upsert(result)).isEqualTo(1);
        assertThat(find(job)).isEqualTo(result);
    }

    @Test
    void replacesAnOlderVersionAndKeepsTheCode() {
        upsert(job.queued("print(1)"));

        assertThat(upsert(job.running(2))).isEqualTo(1);
        assertThat(find(job)).isEqualTo(job.running(2).withCode("print(1)"));
    }

    @Test
    void ignoresWhatIsNotNewer() {
        upsert(job.running(3));

        assertThat(upsert(job.running(3, "again"))).isZero();
        assertThat(upsert(job.done(2))).isZero();
        assertThat(find(job)).isEqualTo(job.running(3));
    }

    @Test
    void neverChangesATerminalState() {
        upsert(job.done(2));

        assertThat(upsert(job.running(3))).isZero();
        assertThat(find(job)).isEqualTo(job.done(2));
    }

    @Test
    void writesOneRowPerJobOfABatch() {
        var other = Results.ofSomeJob();

        assertThat(upsert(job.queued("a"), other.queued("b"), job.running(2), job.done(3)))
                .isEqualTo(2);
        assertThat(find(job)).isEqualTo(job.done(3).withCode("a"));
        assertThat(find(other)).isEqualTo(other.queued("b"));
    }

    @Test
    void storesWhatPostgresRefuses() {
        upsert(job.running(1, "a\0b\uD83D"));

        assertThat(find(job)).isEqualTo(job.running(1, "a\uFFFDb\uFFFD"));
    }

    @Test
    void writesNothingForAnEmptyBatch() {
        assertThat(upsert()).isZero();
    }

    @Test
    void saysWhenAResultCanNeverBeWritten() {
        var endless = new Results(job.jobId(), userIdTooLongForAnIndex(), Results.MORNING);

        table.upsert(List.of(Results.ofSomeJob().done(1), endless.done(1)))
                .as(StepVerifier::create)
                .expectErrorSatisfies(
                        e -> assertThat(e).isInstanceOf(Unstorable.class).hasMessageContaining("54000"))
                .verify(PATIENCE);
        assertThat(queries.find(job.jobId()).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void keepsTheEarliestAndTheLatestTime() {
        var first = new Results(new JobId(UUID.randomUUID()), "ann", Storable.EARLIEST);
        var last = new Results(new JobId(UUID.randomUUID()), "ann", Storable.LATEST.minusSeconds(1));

        assertThat(upsert(first.done(1), last.done(1))).isEqualTo(2);
        assertThat(find(first)).isEqualTo(first.done(1));
        assertThat(find(last)).isEqualTo(last.done(1));
    }

    @ParameterizedTest
    @MethodSource
    void refusesATimeThatCannotBeKept(Instant never) {
        var strange = new Results(job.jobId(), "ann", never);

        table.upsert(List.of(Results.ofSomeJob().done(1), strange.done(1)))
                .as(StepVerifier::create)
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(Unstorable.class)
                        .hasMessage("a time is not between the years 1 and 294276"))
                .verify(PATIENCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryCursor.of(new HistoryCursor(never, job.jobId()).toString()));
    }

    static Stream<Instant> refusesATimeThatCannotBeKept() {
        return Stream.of(
                Instant.MIN,
                Storable.EARLIEST.minusNanos(1),
                Storable.LATEST.plusNanos(1),
                Instant.MAX.minusSeconds(1));
    }

    @Test
    void doesNotBlameTheResultForAMissingTable() {
        database.administer("alter table executions rename to elsewhere");
        try {
            table.upsert(List.of(job.done(1)))
                    .as(StepVerifier::create)
                    .expectErrorSatisfies(e -> assertThat(e).isNotInstanceOf(Unstorable.class))
                    .verify(PATIENCE);
        } finally {
            database.administer("alter table elsewhere rename to executions");
        }
    }

    @Test
    void noticesWhenARowIsSwallowedWithoutAnError() {
        var known = Results.ofSomeJob();
        upsert(known.running(3));
        database.administer(
                "create function swallow() returns trigger language plpgsql as $$ begin return null; end $$",
                "create trigger swallow before insert on executions for each row execute function swallow()");
        try {
            assertThat(upsert(known.running(2))).isZero();
            table.upsert(List.of(known.running(2), job.done(1)))
                    .as(StepVerifier::create)
                    .verifyError(Swallowed.class);
        } finally {
            database.administer("drop trigger swallow on executions", "drop function swallow");
        }
    }

    @Test
    void pagesThroughAHistoryNewestFirst() {
        var user = UUID.randomUUID().toString();
        var jobs = Stream.of(0, 1, 1, 2, 2)
                .map(second -> new Results(new JobId(UUID.randomUUID()), user, Results.MORNING.plusSeconds(second)))
                .toList();
        jobs.forEach(each -> upsert(each.done(2)));

        var first = history(user, null, 2);
        var second = history(user, first.getLast().cursor(), 2);
        var third = history(user, HistoryCursor.of(second.getLast().cursor().toString()), 2);
        var all = Stream.of(first, second, third).flatMap(List::stream).toList();

        assertThat(third).hasSize(1);
        assertThat(all)
                .extracting(ExecutionSummary::jobId)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(all)
                .extracting(line -> line.createdAt().getEpochSecond() - Results.MORNING.getEpochSecond())
                .containsExactly(2L, 2L, 1L, 1L, 0L);
        assertThat(history(UUID.randomUUID().toString(), null, 2)).isEmpty();
    }

    private int upsert(JobResult... results) {
        return table.upsert(List.of(results)).blockOptional(PATIENCE).orElseThrow();
    }

    private JobResult find(Results job) {
        return queries.find(job.jobId()).blockOptional(PATIENCE).orElseThrow();
    }

    private List<ExecutionSummary> history(String user, @Nullable HistoryCursor before, int limit) {
        return queries.history(user, before, limit)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** Compressed it must still be longer than a third of a page. */
    private static String userIdTooLongForAnIndex() {
        return Stream.generate(UUID::randomUUID).limit(500).map(UUID::toString).reduce("", String::concat);
    }
}
