package io.judgeflow.localjudge.judging;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that start programs. They are platform threads that stay: a program dies with the thread that started it,
 * so it must be neither a virtual thread, whose carrier may retire, nor one of a pool that shrinks.
 */
final class Workers implements Executor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final int STOP_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    Workers(int count) {
        // Unbounded here, since Judge counts the places.
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("judge-", 1).daemon().factory());
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    int count() {
        return threads.getCorePoolSize();
    }

    int busy() {
        return threads.getActiveCount();
    }

    /** Ends the programs that run and waits until that is done. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("Programs still run after {} s", STOP_SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
