package io.judgeflow.bench.system;

import io.judgeflow.testkit.process.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What some work has cost, by part of the system. */
public record Cost(Map<String, Usage> parts) {

    /** The cost between two moments. */
    public static Cost between(Map<String, Usage> before, Map<String, Usage> after) {
        var parts = new LinkedHashMap<String, Usage>();
        after.forEach((part, usage) -> parts.put(part, usage.since(before.getOrDefault(part, Usage.NONE))));
        return new Cost(parts);
    }

    /** Seconds on processors for each thousand of so many jobs, of all parts. */
    public double cpuPerThousand(int jobs) {
        return perThousand(parts.values().stream().reduce(Usage.NONE, Usage::plus), jobs);
    }

    /** The same, part by part. */
    public String cpuOfEach(int jobs) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + perThousand(part.getValue(), jobs))
                .collect(Collectors.joining(", "));
    }

    /** The most memory that was resident at once, part by part, MiB. */
    public String peakMemory() {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().peakMemory() > 0)
                .map(part -> part.getKey() + " " + part.getValue().peakMemory())
                .collect(Collectors.joining(", "));
    }

    private static double perThousand(Usage usage, int jobs) {
        return Math.round(usage.cpu().toMillis() * 1000.0 / jobs) / 1000.0;
    }
}
