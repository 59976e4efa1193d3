package io.judgeflow.testkit.server;

import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import java.nio.file.Path;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL for a test that needs nothing but its address, ready for logical replication. It is embedded, or with
 * {@code -Dtest.containers} a container of {@code postgres}. A test that starts it again on the same data takes
 * {@link PostgresServer}.
 */
public final class TestPostgres implements AutoCloseable {

    private static final String IMAGE = "postgres:17";
    private static final String NAME = "judgeflow";

    /** For all tests of a module. */
    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private final String url;
    private final Runnable stop;

    private TestPostgres(String url, Runnable stop) {
        this.url = url;
        this.stop = stop;
    }

    /**
     * Starts one.
     *
     * @param directory where an embedded one keeps its data
     */
    public static TestPostgres start(Path directory) {
        return Containers.wanted() ? contained() : embedded(directory);
    }

    private static TestPostgres embedded(Path directory) {
        var server = PostgresServer.start(directory, PROGRAMS, LoopbackPort.ANY);
        return new TestPostgres(server.url(), server::close);
    }

    private static TestPostgres contained() {
        var container = new PostgreSQLContainer(Containers.image("test.containers.postgres", IMAGE))
                .withDatabaseName(NAME)
                .withUsername(NAME)
                .withPassword(NAME)
                .withCommand("postgres", "-c", "wal_level=logical");
        Containers.start(container);
        // An address like that of an embedded one: certificates of tests are good for nothing else.
        var host = container.getHost().replace("localhost", "127.0.0.1");
        var port = container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new TestPostgres("postgresql://%s:%s@%s:%d/%s".formatted(NAME, NAME, host, port, NAME), container::stop);
    }

    /** As {@code DATABASE_URL}, of a superuser. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        stop.run();
    }
}
