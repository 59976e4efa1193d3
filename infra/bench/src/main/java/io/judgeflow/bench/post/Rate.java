package io.judgeflow.bench.post;

import java.util.List;

/**
 * What was taken in a while.
 *
 * @param perSecond submissions
 * @param median from request to answer, ms
 * @param p99 the same for 99 of 100, ms
 */
record Rate(double perSecond, double median, double p99) {

    private static final double NANOS = 1e6;

    static Rate of(int taken, double seconds, List<Long> latencies) {
        var sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Rate(taken / seconds, sorted[sorted.length / 2] / NANOS, sorted[sorted.length * 99 / 100] / NANOS);
    }

    static double medianOf(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
