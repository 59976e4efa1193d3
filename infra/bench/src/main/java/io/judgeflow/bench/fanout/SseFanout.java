package io.judgeflow.bench.fanout;

import io.judgeflow.bench.Place;
import io.judgeflow.bench.Report;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many streams on one gateway, beside one consumer that reads the same results from the topic. */
@Command(
        name = "sse-fanout",
        mixinStandardHelpOptions = true,
        description = "Many open streams on one gateway, each with a job of its own and all with the same one:"
                + " from a result that is written to its event. Wrong is a stream that does not hear its job's end,"
                + " and a p99 above --most.")
public final class SseFanout implements Callable<Integer> {

    private static final long MEGA = 1_000_000;

    @Option(names = "--streams", defaultValue = "10000", description = "open at once. (${DEFAULT-VALUE})")
    private int streams;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "jobs per second that end, each heard of by one stream. (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "10000",
            description = "jobs before those that are counted. (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--tests",
            defaultValue = "100",
            description = "of the job that all hear of; it changes as often, each 10 ms. (${DEFAULT-VALUE})")
    private int tests;

    @Option(names = "--heap", defaultValue = "512", description = "of the gateway, MiB. (${DEFAULT-VALUE})")
    private int heap;

    @Option(
            names = "--most",
            defaultValue = "100",
            description = "that the p99 may be where each stream has its own job, ms. (${DEFAULT-VALUE})")
    private int most;

    @Override
    public Integer call() throws IOException {
        var report = new Report("sse-fanout");
        try (var place = new Place()) {
            var fanout = new Fanout(place, new Fanout.Size(streams, rate, warmUp, tests, heap));
            var own = fanout.ownJobs();
            report.add("own jobs, " + rate + "/s: one consumer of the topic", figures(own.baseline()));
            add(report, "the same: " + streams + " streams, and one that is not read", own, streams);
            var one = fanout.oneJob();
            report.add("one job of " + tests + " tests: one consumer of the topic", figures(one.baseline()));
            add(report, "the same: " + streams + " streams", one, 1);
            report.print(System.out);
            return reached(own, most) && reached(one, Integer.MAX_VALUE) ? 0 : 1;
        }
    }

    /** Everybody has heard how it ended, 99 of 100 in time. */
    static boolean reached(Fanout.Outcome outcome, int most) {
        return outcome.streams().missing() == 0 && outcome.streams().latencies().at(0.99) <= most;
    }

    private static void add(Report report, String what, Fanout.Outcome outcome, int jobs) {
        var figures = figures(outcome.streams());
        var cpu = outcome.streams().usage().cpu().toMillis();
        figures.put("CPU of the gateway per 1,000 jobs, s", rounded(cpu / (double) jobs));
        figures.put(
                "per 1,000 events, s", rounded(cpu / (double) outcome.streams().events()));
        figures.put("heap after collections, at most, MiB", outcome.heap());
        figures.put("peak memory, MiB", outcome.streams().usage().peakMemory());
        report.add(what, figures);
    }

    private static Map<String, Object> figures(Round.Measured measured) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("p50, ms", measured.latencies().at(0.5));
        figures.put("p99", measured.latencies().at(0.99));
        figures.put("most", measured.latencies().at(1));
        figures.put("ends not heard", measured.missing());
        figures.put("events", measured.events());
        figures.put("MB", measured.bytes() / MEGA);
        return figures;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
