package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the server says until it ends: into the log, and to learn whether it came up. */
final class ServerOutput implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private volatile String complaint = "it ended at once";

    private ServerOutput(Process process) {
        this.process = process;
    }

    static ServerOutput follow(Process process) {
        var output = new ServerOutput(process);
        Thread.ofPlatform().name("postgres-output").daemon().start(output);
        return output;
    }

    /** Returns when the server takes connections, or false when it ended without. */
    boolean awaitReady() {
        return ready.join();
    }

    /** The last thing it was not content with. */
    String complaint() {
        return complaint;
    }

    @Override
    public void run() {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("PostgreSQL's output ended: {}", e.getMessage());
        } finally {
            ready.complete(false);
        }
    }

    private void take(String line) {
        if (line.equals(Postmaster.READY)) {
            ready.complete(true);
        } else if (line.startsWith("FATAL:") || line.startsWith("PANIC:")) {
            complaint = line;
            LOG.warn("{}", line);
        } else {
            LOG.debug("{}", line);
        }
    }
}
