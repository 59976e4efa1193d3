package io.judgeflow.kafka;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that polls a consumer until it is told to stop. When polling fails, for whatever reason, it begins anew with
 * a fresh consumer a second later: a listener that is silently dead would be a job stuck for ever.
 */
public final class PollingThread {

    private static final Logger LOG = LoggerFactory.getLogger(PollingThread.class);
    private static final long PAUSE_SECONDS = 1;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private final Runnable poll;
    private volatile boolean running;

    /** @param poll returns when {@link #running()} turns false */
    public PollingThread(String name, Runnable poll) {
        this.poll = poll;
        this.thread = new Thread(this::run, name);
    }

    /** Starts polling. */
    public void start() {
        running = true;
        thread.start();
    }

    /** Asks for the end and waits for it, no longer than this. */
    public void stop(Duration patience) {
        running = false;
        stopped.countDown();
        try {
            if (!thread.join(patience)) {
                LOG.warn("{} did not stop within {}", thread.getName(), patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False as soon as the end was asked for. */
    public boolean running() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                poll.run();
            } catch (RuntimeException | Error e) {
                LOG.error("{} failed and begins anew", thread.getName(), e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("{} was stopped while it paused", thread.getName());
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
