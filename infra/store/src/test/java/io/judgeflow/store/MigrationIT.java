package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** On a PostgreSQL that has never heard of Supabase. */
class MigrationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.start(directory.resolve("shared"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void knowsEveryScript() throws IOException {
        try (var files =
                Files.list(new ClassPathResource("db/migration").getFile().toPath())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migration.SCRIPTS);
        }
    }

    @Test
    void runsManyTimesAtOnceAndLeavesNothingToComplainAbout() {
        var connections = database.ordinaryUser("plain");
        try {
            Flux.fromStream(IntStream.range(0, 8).boxed())
                    .flatMap(process -> new Migration(connections, true).once())
                    .blockLast(PATIENCE);

            assertThat(findings(connections)).isEmpty();
            assertThat(TestDatabase.ask(DatabaseClient.create(connections), "select count(*) from executions"))
                    .containsExactly("0");
        } finally {
            connections.dispose();
            database.administer("drop owned by plain cascade", "drop role plain");
        }
    }

    @Test
    void waitsForNoWriterOnceTheTableIsThere() {
        var connections = database.ordinaryUser("writer");
        try {
            new Migration(connections, true).once().block(PATIENCE);

            Mono.usingWhen(
                            connections.create(),
                            writer -> Mono.from(writer.beginTransaction())
                                    .thenMany(writer.createStatement("lock table executions in row exclusive mode")
                                            .execute())
                                    .concatMap(Result::getRowsUpdated)
                                    .then(new Migration(connections, true).once()),
                            writer -> Mono.from(writer.rollbackTransaction()).then(Mono.from(writer.close())))
                    .block(PATIENCE);
        } finally {
            connections.dispose();
            database.administer("drop owned by writer cascade", "drop role writer");
        }
    }

    @Test
    void leavesAPublicationOfAllTablesAsItIs() {
        database.administer("create publication supabase_realtime for all tables");
        var connections = database.ordinaryUser("follower");
        try {
            new Migration(connections, true).once().block(PATIENCE);
            new Migration(connections, true).once().block(PATIENCE);

            assertThat(findings(connections)).isEmpty();
            assertThat(database.ask("select puballtables from pg_publication")).containsExactly("true");
        } finally {
            connections.dispose();
            database.administer(
                    "drop publication supabase_realtime", "drop owned by follower cascade", "drop role follower");
        }
    }

    @Test
    void saysThatTheTableIsMissingWhenItMayNotMakeIt() {
        var connections = database.ordinaryUser("reader");
        try {
            new Migration(connections, false).once().block(PATIENCE);

            assertThat(findings(connections)).containsExactly("table public.executions is missing");
        } finally {
            connections.dispose();
            database.administer("drop owned by reader cascade", "drop role reader");
        }
    }

    @Test
    void waitsForADatabaseThatIsAway() {
        var cluster = directory.resolve("late");
        var port = LoopbackPort.claim(LoopbackPort.ANY, "PostgreSQL");
        var url = urlOf(cluster, port);
        try (var connections = new Closing(StoreSettings.of(url))) {
            var migration = new Migration(connections.pool(), true);
            migration.start();
            assertThat(migration.isRunning()).isTrue();
            try (var server = PostgresServer.start(cluster, TestDatabase.PROGRAMS, port)) {
                assertThat(server.url()).isEqualTo(url);
                migration.done().block(PATIENCE);
                await().until(() -> !migration.isRunning());
            }
        }
    }

    @Test
    void stopsTryingWhenItIsStopped() {
        var nowhere = "postgresql://ann:secret@127.0.0.1:" + LoopbackPort.claim(LoopbackPort.ANY, "nobody") + "/x";
        try (var connections = new Closing(StoreSettings.of(nowhere))) {
            var migration = new Migration(connections.pool(), true);
            migration.start();
            migration.stop();

            assertThat(migration.isRunning()).isFalse();
        }
    }

    /** Made once, so that its password exists, and stopped again. */
    private static String urlOf(Path cluster, int port) {
        try (var server = PostgresServer.start(cluster, TestDatabase.PROGRAMS, port)) {
            return server.url();
        }
    }

    private static List<String> findings(ConnectionFactory connections) {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> Findings.of(connection).collectList(),
                        connection -> connection.close())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private record Closing(ConnectionPool pool) implements AutoCloseable {

        Closing(StoreSettings settings) {
            this(ConnectionPools.open(settings));
        }

        @Override
        public void close() {
            pool.dispose();
        }
    }
}
