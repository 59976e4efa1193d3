package io.judgeflow.kafka.batch;

import java.time.Duration;

/** Whether it is worth waiting for others: only where several came within such a wait before. One thread at a time. */
final class Company {

    private static final int SEVERAL = 3;

    private final long waitNanos;
    private final long[] arrivals = new long[SEVERAL];
    private long seen;

    /** @param wait how long one would wait */
    Company(Duration wait) {
        this.waitNanos = wait.toNanos();
    }

    /** Somebody arrives. */
    boolean expected(long nowNanos) {
        var slot = (int) (seen % SEVERAL);
        var several = seen >= SEVERAL && nowNanos - arrivals[slot] < waitNanos;
        arrivals[slot] = nowNanos;
        seen++;
        return several;
    }
}
