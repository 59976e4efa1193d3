package io.judgeflow.bench.pending;

import java.time.Duration;

/**
 * When tokens are due: one after the other.
 *
 * @param first when the first is, in ms since the epoch
 * @param tokens how many in all
 * @param perSecond how many in each second
 * @param warmUp how many of them, the first ones, do not count
 */
record Schedule(long first, int tokens, int perSecond, int warmUp) {

    /** When the n-th is due, from 0; in ms since the epoch. */
    long due(int token) {
        return first + 1_000L * token / perSecond;
    }

    /** When the first is due that counts. */
    long countedFrom() {
        return due(warmUp);
    }

    /** When all are due. */
    Duration untilAllAreDue(long now) {
        return Duration.ofMillis(Math.max(0, due(tokens) - now));
    }
}
