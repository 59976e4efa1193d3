package io.judgeflow.bench.soak;

import io.judgeflow.bench.Quarters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How everything went over time. The first half is for what fills up: views, stores, caches, compiled code. */
final class Course {

    private static final int GROWTH_PERCENT = 25;

    private final Map<Measure, List<Long>> values = new TreeMap<>();

    void add(Map<Measure, Long> sample) {
        sample.forEach((measure, value) ->
                values.computeIfAbsent(measure, first -> new ArrayList<>()).add(value));
    }

    Map<Measure, List<Long>> values() {
        return values;
    }

    /** Whether the last quarter is no larger than the one before. */
    static boolean isFlat(Measure measure, List<Long> all) {
        var quarters = Quarters.of(all);
        var growth = Math.max(quarters.before() * GROWTH_PERCENT / 100, measure.slack());
        return quarters.last() <= quarters.before() + growth;
    }
}
