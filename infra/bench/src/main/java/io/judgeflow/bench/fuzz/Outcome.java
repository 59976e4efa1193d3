package io.judgeflow.bench.fuzz;

import io.judgeflow.bench.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** What came of a run. */
record Outcome(long seed, Fire fire, Evidence evidence, Life life, Problems problems) {

    private static final List<String> KINDS = List.of("no answer", "1xx", "2xx", "3xx", "4xx", "503");
    private static final double P99 = 0.99;

    Report report(Duration took) {
        var report = new Report("fuzz");
        report.add("the run", run(took));
        evidence.figures().forEach((topic, figures) -> report.add("records: " + topic, figures));
        fire.requests().answers().forEach((route, answers) -> report.add("requests: " + route, kinds(answers)));
        life.putAside().forEach((error, times) -> System.err.println(times + " times: " + error));
        return report;
    }

    private Map<String, Object> run(Duration took) {
        var probes = fire.probes().took();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("seed", seed);
        figures.put("inputs", evidence.inputs() + requests());
        figures.put("problems", problems.count());
        figures.put("jobs, each ended once", evidence.jobsSubmitted());
        figures.put("right jobs", probes.size());
        figures.put(
                "to their end p99, ms",
                probes.isEmpty()
                        ? 0
                        : probes.get((int) ((probes.size() - 1) * P99)).toMillis());
        figures.put("longest, ms", probes.isEmpty() ? 0 : probes.getLast().toMillis());
        figures.put("live heap in each quarter, MiB", fire.heap().quarters().medians());
        figures.put("threads, all alive", life.threads());
        figures.put("seconds", took.toSeconds());
        return figures;
    }

    private long requests() {
        return fire.requests().answers().values().stream()
                .mapToLong(Outcome::sum)
                .sum();
    }

    private static long sum(AtomicLongArray answers) {
        var sum = 0L;
        for (var kind = 0; kind < Requests.KINDS; kind++) {
            sum += answers.get(kind);
        }
        return sum;
    }

    private static Map<String, Object> kinds(AtomicLongArray answers) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("inputs", sum(answers));
        for (var kind = 0; kind < Requests.KINDS; kind++) {
            if (answers.get(kind) > 0) {
                figures.put(KINDS.get(kind), answers.get(kind));
            }
        }
        return figures;
    }
}
