package io.judgeflow.contracts.language;

import java.util.Arrays;
import java.util.List;

/** Numbers between dots, compared one by one: 9.2 is older than 13.0.1. Empty for a language without a version. */
record Version(List<Integer> numbers) implements Comparable<Version> {

    static final Version NONE = new Version(List.of());

    /** Reads text such as {@code 3.8.1}; numbers too long to be one count as the largest. */
    static Version of(String text) {
        return new Version(Arrays.stream(text.split("\\."))
                .map(part -> part.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(part))
                .toList());
    }

    /** Whether this is the named version or one below it: 3 covers 3.8.1, and does not cover 30. */
    boolean covers(Version other) {
        return numbers.size() <= other.numbers.size()
                && other.numbers.subList(0, numbers.size()).equals(numbers);
    }

    @Override
    public int compareTo(Version other) {
        var shared = Math.min(numbers.size(), other.numbers.size());
        for (var i = 0; i < shared; i++) {
            var difference = Integer.compare(numbers.get(i), other.numbers.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(numbers.size(), other.numbers.size());
    }
}
