package io.judgeflow.bench;

import java.util.List;
import java.util.stream.IntStream;

/** A measure over time, as the median of each quarter. */
public record Quarters(List<Long> medians) {

    public static final int COUNT = 4;

    /** Of samples in their order, at least one; where there are fewer than quarters, some share one. */
    public static Quarters of(List<Long> samples) {
        return new Quarters(IntStream.range(0, COUNT)
                .mapToObj(quarter -> median(quarter(samples, quarter)))
                .toList());
    }

    private static List<Long> quarter(List<Long> samples, int quarter) {
        var from = samples.size() * quarter / COUNT;
        return samples.subList(from, Math.max(from + 1, samples.size() * (quarter + 1) / COUNT));
    }

    private static long median(List<Long> some) {
        return some.stream().sorted().toList().get(some.size() / 2);
    }

    /** Of the first quarter. */
    public long first() {
        return medians.getFirst();
    }

    /** Of the last quarter. */
    public long last() {
        return medians.getLast();
    }

    /** Of the quarter before the last. */
    public long before() {
        return medians.get(COUNT - 2);
    }
}
