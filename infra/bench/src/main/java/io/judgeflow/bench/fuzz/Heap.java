package io.judgeflow.bench.fuzz;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What is alive in the heap, looked at again and again. */
final class Heap {

    private static final int MIB = 1 << 20;
    private static final int QUARTER = 4;

    private final List<Long> samples = new ArrayList<>();

    /** After a collection of everything. */
    void sample() {
        System.gc();
        samples.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** The median of the first quarter, in MiB. */
    long first() {
        return median(samples.subList(0, quarter()));
    }

    /** The median of the last quarter, in MiB. */
    long last() {
        return median(samples.subList(samples.size() - quarter(), samples.size()));
    }

    private int quarter() {
        return Math.max(1, samples.size() / QUARTER);
    }

    private static long median(List<Long> some) {
        var sorted = some.stream().sorted().toList();
        return Math.round((double) sorted.get(sorted.size() / 2) / MIB);
    }

    /** Each, in MiB. */
    List<Long> all() {
        return samples.stream().map(bytes -> bytes / MIB).toList();
    }
}
