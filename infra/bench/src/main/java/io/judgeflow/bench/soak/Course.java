package io.judgeflow.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How everything went over time. The first half is for what fills up: views, stores, caches, compiled code. */
final class Course {

    static final int QUARTERS = 4;
    private static final int GROWTH_PERCENT = 25;

    private final Map<Measure, List<Long>> values = new TreeMap<>();

    void add(Map<Measure, Long> sample) {
        sample.forEach((measure, value) ->
                values.computeIfAbsent(measure, first -> new ArrayList<>()).add(value));
    }

    Map<Measure, List<Long>> values() {
        return values;
    }

    /** The median of each quarter. */
    static List<Long> quarters(List<Long> all) {
        var quarters = new ArrayList<Long>();
        for (var quarter = 0; quarter < QUARTERS; quarter++) {
            var part = all.subList(all.size() * quarter / QUARTERS, all.size() * (quarter + 1) / QUARTERS);
            quarters.add(part.isEmpty() ? 0 : part.stream().sorted().toList().get(part.size() / 2));
        }
        return quarters;
    }

    /** Whether the last quarter is no larger than the one before. */
    static boolean isFlat(Measure measure, List<Long> all) {
        var quarters = quarters(all);
        var before = quarters.get(QUARTERS - 2);
        var growth = Math.max(before * GROWTH_PERCENT / 100, measure.slack());
        return quarters.get(QUARTERS - 1) <= before + growth;
    }
}
