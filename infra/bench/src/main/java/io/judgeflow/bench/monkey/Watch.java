package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.guarantee.Books;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Reads what is committed as soon as it is, and tells the journal. */
final class Watch implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final CompletableFuture<Void> reading = new CompletableFuture<>();
    private final Books books;
    private volatile boolean open = true;

    Watch(Testbed testbed, Journal journal) {
        books = new Books(testbed.brokers().bootstrapServers(), Testbed.PREFIX, journal::told);
        Thread.ofPlatform().name("watch").start(this::read);
    }

    private void read() {
        try {
            while (open) {
                books.read();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            reading.complete(null);
        } catch (RuntimeException e) {
            reading.completeExceptionally(e);
        }
    }

    /** Ends the reading, with all that is there by then. */
    Books finish() {
        open = false;
        reading.join();
        return books.read();
    }

    @Override
    public void close() {
        open = false;
        reading.exceptionally(failed -> null).join();
        books.close();
    }
}
