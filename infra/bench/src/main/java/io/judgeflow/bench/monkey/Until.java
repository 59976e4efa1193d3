package io.judgeflow.bench.monkey;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something, but not for ever. */
final class Until {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Until() {}

    /**
     * Returns when it is so.
     *
     * @throws IllegalStateException when it is not so within that time, saying what
     */
    static void is(BooleanSupplier condition, Duration patience, String what) throws InterruptedException {
        if (!within(condition, patience)) {
            throw new IllegalStateException("not within %s: %s".formatted(patience, what));
        }
    }

    /** Whether it was so within that time. */
    static boolean within(BooleanSupplier condition, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }
}
