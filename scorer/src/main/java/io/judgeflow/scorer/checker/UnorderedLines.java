package io.judgeflow.scorer.checker;

import java.util.HashMap;
import java.util.Map;

/** The same lines as often, in any order; without blanks at their ends, and without empty ones. */
record UnorderedLines() implements Checker {

    @Override
    public boolean accepts(String expected, String actual) {
        return counted(expected).equals(counted(actual));
    }

    @Override
    public Strictness strictness() {
        return Strictness.LOOSER;
    }

    private static Map<String, Integer> counted(String text) {
        var counts = new HashMap<String, Integer>();
        for (var line : Lines.of(text)) {
            if (!line.isEmpty()) {
                counts.merge(line, 1, Integer::sum);
            }
        }
        return counts;
    }
}
