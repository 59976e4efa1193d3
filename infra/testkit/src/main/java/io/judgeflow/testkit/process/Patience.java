package io.judgeflow.testkit.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens elsewhere. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private Patience() {}

    /**
     * Returns when it is so.
     *
     * @throws IllegalStateException when it is not so within that time, saying what
     */
    public static void require(BooleanSupplier condition, Duration patience, String what) {
        if (!until(condition, patience)) {
            throw new IllegalStateException("not within %s: %s".formatted(patience, what));
        }
    }

    /** Returns when it is so, or after this time; says whether it is. */
    public static boolean until(BooleanSupplier condition, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
