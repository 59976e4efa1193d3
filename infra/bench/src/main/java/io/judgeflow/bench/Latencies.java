package io.judgeflow.bench;

import java.util.Arrays;

/** Times from when something was meant to begin, in ns, sorted. */
public final class Latencies {

    private final long[] nanos;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
    }

    /** From each first to its second, both by the same clock in ns. */
    public static Latencies between(long[] meant, long[] seen) {
        var nanos = new long[meant.length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = seen[i] - meant[i];
        }
        Arrays.sort(nanos);
        return new Latencies(nanos);
    }

    /** What this share did not exceed, in ms with one decimal; 0 when there is none. */
    public double at(double share) {
        if (nanos.length == 0) {
            return 0;
        }
        var index = Math.min(nanos.length - 1, (int) Math.ceil(nanos.length * share) - 1);
        return Math.round(nanos[Math.max(0, index)] / 1e5) / 10.0;
    }
}
