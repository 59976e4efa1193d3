package io.judgeflow.proof;

import io.judgeflow.testkit.guarantee.NeverAskedEarly;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** When tokens were late: the guarantee over all of them, and over those that were due within the same ten seconds. */
final class Timeline {

    private static final long STRETCH = 10_000;

    private final NeverAskedEarly all = new NeverAskedEarly();
    private final Map<Long, NeverAskedEarly> stretches = new ConcurrentSkipListMap<>();

    /** A token was asked about; both in ms since the epoch. */
    void asked(long due, long now) {
        all.asked(due, now);
        stretches
                .computeIfAbsent(due / STRETCH, stretch -> new NeverAskedEarly())
                .asked(due, now);
    }

    NeverAskedEarly all() {
        return all;
    }

    /** One line for each stretch. */
    @Override
    public String toString() {
        var lines = new StringBuilder();
        var first = stretches.keySet().stream().findFirst().orElse(0L);
        stretches.forEach((stretch, late) -> lines.append(String.format(
                "  due from %4d s: %6d tokens, late p50 %4d ms, p99 %5d ms, most %5d ms%n",
                (stretch - first) * STRETCH / 1000,
                late.count(),
                late.lateness(0.5),
                late.lateness(0.99),
                late.lateness(1))));
        return lines.toString();
    }
}
