package io.judgeflow.bench.monkey;

import io.judgeflow.bench.Place;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import java.nio.file.Path;

/** One PostgreSQL, which comes back on its port. */
final class Database implements AutoCloseable {

    private final Path directory;
    private final int port = LoopbackPort.claim(LoopbackPort.ANY, "PostgreSQL");
    private PostgresServer server;

    Database(Path directory) {
        this.directory = directory.resolve("postgres");
        server = start();
    }

    String url() {
        return server.url();
    }

    void kill() {
        server.kill();
    }

    void comeBack() {
        server = start();
    }

    private PostgresServer start() {
        return PostgresServer.start(directory, Place.PROGRAMS, port);
    }

    @Override
    public void close() {
        server.close();
    }
}
