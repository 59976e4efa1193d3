package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Through a pooler, as Supabase has one in front of every database. */
class PoolerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BATCHES = 200;

    @TempDir
    static Path directory;

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.start(directory.resolve("database"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void worksThroughASessionPooler() {
        migrateAndWrite("session", "", true);
    }

    @Test
    void worksThroughATransactionPoolerThatTheUrlNames() {
        migrateAndWrite("transaction", "?pgbouncer=true", true);
    }

    @Test
    void worksThroughATransactionPoolerWithoutStatementCache() {
        migrateAndWrite("transaction", "", false);
    }

    @Test
    void needsToKnowThatItIsATransactionPooler() {
        assertThatThrownBy(() -> migrateAndWrite("transaction", "", true))
                .hasStackTraceContaining("prepared statement");
    }

    private static void migrateAndWrite(String mode, String parameters, boolean statementCache) {
        try (var pooler = PgBouncer.start(DatabaseUrl.parse(database.url()), mode, directory)) {
            // In a session each of ours keeps one of the pooler's; otherwise they share them.
            var size = mode.equals("session") ? PgBouncer.CONNECTIONS : 2 * PgBouncer.CONNECTIONS;
            var settings = new StoreSettings(pooler.url() + parameters, size, statementCache, true, PATIENCE);
            var connections = ConnectionPools.open(settings);
            try {
                var client = DatabaseClient.create(connections);
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> TestDatabase.ask(client, "select 1").equals(List.of("1")));
                new Migration(connections, true).once().block(PATIENCE);
                write(client);
            } finally {
                connections.dispose();
            }
        }
    }

    private static void write(DatabaseClient client) {
        var table = new ExecutionTable(client, PATIENCE);
        var queries = new ExecutionQueries(client, PATIENCE);
        var jobs =
                IntStream.range(0, BATCHES).mapToObj(i -> Results.ofSomeJob()).toList();
        Flux.fromIterable(jobs)
                .flatMap(job -> table.upsert(List.of(job.queued("code"))), 8)
                .blockLast(PATIENCE);
        var found = Flux.fromIterable(jobs)
                .flatMap(job -> queries.find(job.jobId()), 8)
                .collectList()
                .block(PATIENCE);
        assertThat(found).hasSize(BATCHES);
    }
}
