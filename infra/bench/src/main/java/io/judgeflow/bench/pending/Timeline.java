package io.judgeflow.bench.pending;

import io.judgeflow.testkit.guarantee.NeverAskedEarly;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** When tokens were late: those that count, those before, and those that were due within the same ten seconds. */
final class Timeline {

    private static final long STRETCH = 10_000;

    private final Schedule schedule;
    private final NeverAskedEarly counted = new NeverAskedEarly();
    private final NeverAskedEarly warmUp = new NeverAskedEarly();
    private final Map<Long, NeverAskedEarly> stretches = new ConcurrentSkipListMap<>();

    Timeline(Schedule schedule) {
        this.schedule = schedule;
    }

    /** A token was asked about; both in ms since the epoch. */
    void asked(long due, long now) {
        (due < schedule.countedFrom() ? warmUp : counted).asked(due, now);
        stretches
                .computeIfAbsent((due - schedule.first()) / STRETCH, stretch -> new NeverAskedEarly())
                .asked(due, now);
    }

    /** Those that count. */
    NeverAskedEarly counted() {
        return counted;
    }

    /** Those that were due before. */
    NeverAskedEarly warmUp() {
        return warmUp;
    }

    /** All of them. */
    long count() {
        return counted.count() + warmUp.count();
    }

    /** One line for each ten seconds. */
    @Override
    public String toString() {
        var lines = new StringBuilder();
        stretches.forEach((stretch, late) -> lines.append(String.format(
                "  due from %4d s: %6d tokens, late p50 %4d ms, p99 %5d ms, most %5d ms%n",
                stretch * STRETCH / 1000, late.count(), late.lateness(0.5), late.lateness(0.99), late.lateness(1))));
        return lines.toString();
    }
}
