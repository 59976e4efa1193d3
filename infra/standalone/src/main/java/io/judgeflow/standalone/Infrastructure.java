package io.judgeflow.standalone;

import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Broker and database, ours or somebody else's.
 *
 * @param kafka host:port, comma-separated
 * @param database {@code postgresql://user:password@host:port/database}, a secret
 */
record Infrastructure(String kafka, String database) {

    /** Starts what does not run elsewhere, at the same time, and adds it to the lifetime. */
    static Infrastructure start(Elsewhere elsewhere, Ports ports, DataDirectory data, Lifetime lifetime) {
        var database = CompletableFuture.supplyAsync(
                () -> database(elsewhere, ports, data, lifetime), task -> new Thread(task, "postgres-start").start());
        try {
            return new Infrastructure(kafka(elsewhere, ports, data, lifetime), database.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            // Also when the broker failed: what was begun has to be there to be stopped.
            database.exceptionally(failure -> "").join();
        }
    }

    private static String kafka(Elsewhere elsewhere, Ports ports, DataDirectory data, Lifetime lifetime) {
        if (elsewhere.kafka() != null) {
            return elsewhere.kafka();
        }
        return lifetime.start(() -> KafkaBroker.start(data.of("kafka"), ports.kafka(), LoopbackPort.ANY))
                .bootstrapServers();
    }

    private static String database(Elsewhere elsewhere, Ports ports, DataDirectory data, Lifetime lifetime) {
        if (elsewhere.database() != null) {
            return elsewhere.database();
        }
        return lifetime.start(() -> PostgresServer.start(data.of("postgres"), ports.postgres()))
                .url();
    }
}
