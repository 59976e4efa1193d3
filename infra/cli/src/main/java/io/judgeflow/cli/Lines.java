package io.judgeflow.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a response while they arrive, for one reader that does not wait for ever. */
final class Lines implements Subscriber<String> {

    private final BlockingQueue<Optional<String>> arrived = new LinkedBlockingQueue<>();
    private boolean ended;

    /** The next line; empty at the end, or when none comes within the time. */
    Optional<String> next(Duration time) {
        try {
            var line = arrived.poll(time.toNanos(), TimeUnit.NANOSECONDS);
            ended = line != null && line.isEmpty();
            return line == null ? Optional.empty() : line;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it was the end that the reader got last. */
    boolean ended() {
        return ended;
    }

    /** Nothing comes any more. */
    void end() {
        arrived.add(Optional.empty());
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        arrived.add(Optional.of(line));
    }

    /** Whoever has the response says so, and knows why. */
    @Override
    public void onError(Throwable failed) {}

    @Override
    public void onComplete() {}
}
