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

    /** The mean of the first quarter, in MiB. */
    long first() {
        return mean(samples.subList(0, quarter()));
    }

    /** The mean of the last quarter, in MiB. */
    long last() {
        return mean(samples.subList(samples.size() - quarter(), samples.size()));
    }

    private int quarter() {
        return Math.max(1, samples.size() / QUARTER);
    }

    private static long mean(List<Long> some) {
        return Math.round(some.stream().mapToLong(Long::longValue).average().orElse(0) / MIB);
    }

    /** Each, in MiB. */
    List<Long> all() {
        return samples.stream().map(bytes -> bytes / MIB).toList();
    }
}
