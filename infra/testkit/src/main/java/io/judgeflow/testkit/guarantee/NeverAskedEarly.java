package io.judgeflow.testkit.guarantee;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * No token is asked about before it is due, and those that are due are not held up by those that are not. Counts in
 * whole milliseconds and so needs the same memory for any number of tokens. Safe to use from many threads.
 */
public final class NeverAskedEarly {

    private static final int LATEST = 60_000;

    private final AtomicLongArray lateness = new AtomicLongArray(LATEST + 1);
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong early = new AtomicLong();
    private final AtomicLong earliest = new AtomicLong();

    /** A token was asked about; both in ms since the epoch. */
    public void asked(long due, long now) {
        asked.incrementAndGet();
        if (now < due) {
            early.incrementAndGet();
            earliest.accumulateAndGet(due - now, Math::max);
        } else {
            lateness.incrementAndGet((int) Math.min(now - due, LATEST));
        }
    }

    /** How many were asked about. */
    public long count() {
        return asked.get();
    }

    /** How many of them too early. */
    public long early() {
        return early.get();
    }

    /** The lateness that this share of the tokens did not exceed, in ms; a minute stands for more as well. */
    public long lateness(double share) {
        var wanted = Math.ceil((asked.get() - early.get()) * share);
        long sum = 0;
        for (int millis = 0; millis <= LATEST; millis++) {
            sum += lateness.get(millis);
            if (sum >= wanted) {
                return millis;
            }
        }
        return LATEST;
    }

    /**
     * Says whether it was kept.
     *
     * @throws AssertionError when one was asked about too early
     */
    public void verify() {
        if (early.get() > 0) {
            throw new AssertionError("%d of %d tokens were asked about too early, by up to %d ms"
                    .formatted(early.get(), asked.get(), earliest.get()));
        }
    }
}
