package io.judgeflow.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, stopped in reverse when the JVM is asked to end. The request may come while parts are still
 * starting: the part that is being started is waited for and then stopped as well, and no other follows.
 */
final class Lifetime {

    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private static final int START_SECONDS = 20;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean ending;

    /** A lifetime that ends with the JVM, but orderly. */
    static Lifetime ofThisJvm() {
        var lifetime = new Lifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::end, "stop"));
        return lifetime;
    }

    /**
     * Starts a part and takes over its end.
     *
     * @throws CancellationException when nothing more is to be started
     */
    <T extends AutoCloseable> T start(Supplier<T> starter) {
        endIfAsked();
        var part = starter.get();
        synchronized (parts) {
            parts.push(part);
        }
        endIfAsked();
        return part;
    }

    /** Whether the JVM was asked to end. */
    boolean isEnding() {
        return ending;
    }

    private void endIfAsked() {
        if (ending) {
            throw new CancellationException("asked to end");
        }
    }

    /** Tells that starting is over, whether it succeeded or failed. */
    void settle() {
        settled.countDown();
    }

    private void end() {
        ending = true;
        try {
            if (!settled.await(START_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A part is still starting after {} s and is left alone.", START_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (parts) {
            while (!parts.isEmpty()) {
                close(parts.pop());
            }
        }
    }

    private static void close(AutoCloseable part) {
        try {
            LOG.debug("Stopping {}.", part);
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.toString());
        }
    }
}
