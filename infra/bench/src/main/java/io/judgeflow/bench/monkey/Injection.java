package io.judgeflow.bench.monkey;

import java.time.Duration;

/**
 * A fault with its time.
 *
 * @param at since the load began
 * @param lasts until what was hit is allowed back
 */
record Injection(Duration at, Fault fault, Duration lasts) {

    Duration end() {
        return at.plus(lasts);
    }

    @Override
    public String toString() {
        return "%6.1f s  %s, for %.1f s".formatted(at.toMillis() / 1e3, fault, lasts.toMillis() / 1e3);
    }
}
