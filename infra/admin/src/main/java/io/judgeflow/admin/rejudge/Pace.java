package io.judgeflow.admin.rejudge;

import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Evenly spaced turns, so that what is done in a mass does not crowd out what people wait for. */
final class Pace {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(/s)?");
    private static final double SECOND = 1e9;

    private final long between;
    private long next;

    private Pace(long between) {
        this.between = between;
    }

    /**
     * Reads {@code 50/s}, or {@code 50}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Pace read(String text) {
        var rate = FORM.matcher(text);
        if (!rate.matches() || Integer.parseInt(rate.group(1)) == 0) {
            throw new IllegalArgumentException("'" + text + "' is not a rate such as 50/s");
        }
        return new Pace(Math.round(SECOND / Integer.parseInt(rate.group(1))));
    }

    /** Returns when it is the next turn. A turn that was missed is not made up for. */
    void awaitTurn() {
        var turn = next == 0 ? System.nanoTime() : next;
        for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
        }
        next = Math.max(turn, System.nanoTime() - between) + between;
    }
}
