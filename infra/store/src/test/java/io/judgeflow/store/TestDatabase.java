package io.judgeflow.store;

import io.judgeflow.testkit.server.TestPostgres;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A PostgreSQL of a test class, and SQL in words short enough for a test. */
final class TestDatabase implements AutoCloseable {

    static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestPostgres server;
    private final ConnectionPool administrator;

    private TestDatabase(TestPostgres server) {
        this.server = server;
        this.administrator = ConnectionPools.open(StoreSettings.of(server.url()));
    }

    static TestDatabase start(Path directory) {
        return new TestDatabase(TestPostgres.start(directory));
    }

    /** Runs statements as a superuser. */
    void administer(String... statements) {
        Mono.usingWhen(
                        administrator.create(),
                        connection -> Flux.just(statements)
                                .concatMap(
                                        sql -> connection.createStatement(sql).execute())
                                .concatMap(Result::getRowsUpdated)
                                .then(),
                        Connection::close)
                .block(PATIENCE);
    }

    /** The first column of each row, as text, as a superuser sees it. */
    List<String> ask(String sql) {
        return ask(DatabaseClient.create(administrator), sql);
    }

    static List<String> ask(DatabaseClient client, String sql) {
        return Objects.requireNonNull(client.sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .block(PATIENCE));
    }

    /** A user who may make tables in the schema public and who is nothing special otherwise. */
    ConnectionPool ordinaryUser(String name) {
        administer(
                "create role " + name + " login password 'secret'",
                "grant create on database judgeflow to " + name,
                "grant create, usage on schema public to " + name);
        return pool(name, "secret");
    }

    ConnectionPool pool(String user, String password) {
        var url = server.url().replaceFirst("//[^@]+@", "//" + user + ":" + password + "@");
        return ConnectionPools.open(StoreSettings.of(url));
    }

    /** As a superuser; a secret. */
    String url() {
        return server.url();
    }

    /** The first column of each row of a query after these statements; nothing of it stays. */
    List<String> inOneSession(Flux<String> statements, String query) {
        return Mono.usingWhen(
                        administrator.create(),
                        connection -> statements
                                .concatMap(
                                        sql -> connection.createStatement(sql).execute())
                                .concatMap(Result::getRowsUpdated)
                                .thenMany(connection.createStatement(query).execute())
                                .concatMap(result -> result.map(row -> String.valueOf(row.get(0))))
                                .collectList(),
                        connection ->
                                Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    @Override
    public void close() {
        administrator.dispose();
        server.close();
    }
}
