package io.judgeflow.bench.fuzz;

import io.judgeflow.bench.Quarters;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What is alive in the heap, looked at again and again. */
final class Heap {

    private static final int MIB = 1 << 20;

    private final List<Long> samples = new ArrayList<>();

    /** After a collection of everything. */
    void sample() {
        System.gc();
        samples.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB);
    }

    /** In MiB. */
    Quarters quarters() {
        return Quarters.of(samples);
    }

    /** Each, in MiB. */
    List<Long> all() {
        return samples;
    }
}
