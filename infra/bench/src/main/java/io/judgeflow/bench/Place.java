package io.judgeflow.bench;

import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Where a scenario happens: a broker, a database when asked for, and a directory that is gone afterwards. */
public final class Place implements AutoCloseable {

    /** Where PostgreSQL's programs are unpacked once, for all scenarios. */
    public static final Path PROGRAMS = Path.of(System.getProperty("judgeflow.programs", "target/postgres-programs"));

    private final Path directory;
    private final KafkaBroker broker;
    private @Nullable PostgresServer database;

    public Place() {
        try {
            directory = Files.createTempDirectory("judgeflow-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker = KafkaBroker.start(directory.resolve("kafka"), LoopbackPort.ANY, LoopbackPort.ANY);
    }

    /** host:port of the broker. */
    public String brokers() {
        return broker.bootstrapServers();
    }

    /** A directory for somebody's files. */
    public Path directory(String name) {
        return directory.resolve(name);
    }

    /** How to connect to the database, which is started when it is not running. */
    public String databaseUrl() {
        var running = database == null ? startDatabase(LoopbackPort.ANY) : database;
        database = running;
        return running.url();
    }

    /** Stops the database. */
    public Runnable stopDatabase() {
        var port = URI.create(databaseUrl()).getPort();
        if (database != null) {
            database.close();
        }
        return () -> database = startDatabase(port);
    }

    private PostgresServer startDatabase(int port) {
        return PostgresServer.start(directory.resolve("postgres"), PROGRAMS, port);
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
        broker.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
