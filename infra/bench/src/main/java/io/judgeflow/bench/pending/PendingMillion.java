package io.judgeflow.bench.pending;

import io.judgeflow.bench.Place;
import io.judgeflow.bench.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Far more tokens wait than fit the poller's heap, beside as few as would fit it. */
@Command(
        name = "pending-million",
        mixinStandardHelpOptions = true,
        description = "A poller with little memory, for which very many tokens wait: how late each is asked about."
                + " Wrong is a token that is asked about early or has no verdict, a p99 above --most,"
                + " and a heap that grows.")
public final class PendingMillion implements Callable<Integer> {

    private static final double GROWTH = 1.25;

    @Option(names = "--tokens", defaultValue = "1000000", description = "that wait at once. (${DEFAULT-VALUE})")
    private int tokens;

    @Option(
            names = "--baseline",
            defaultValue = "10000",
            description = "tokens, which would fit in memory. (${DEFAULT-VALUE})")
    private int baseline;

    @Option(names = "--rate", defaultValue = "2000", description = "of tokens due per second. (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "20000",
            description = "tokens due before those that are counted. (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--heap", defaultValue = "128", description = "of the poller, MiB. (${DEFAULT-VALUE})")
    private int heap;

    @Option(names = "--most", defaultValue = "100", description = "that the p99 may be, ms. (${DEFAULT-VALUE})")
    private int most;

    @Override
    public Integer call() {
        var report = new Report("pending-million");
        try (var place = new Place()) {
            var waiting = new Waiting(place, new Waiting.Size(rate, warmUp, heap));
            var few = waiting.run(baseline);
            report.add(baseline + " tokens wait, " + rate + "/s", figures(few));
            var all = waiting.run(tokens);
            report.add(tokens + " tokens wait, " + rate + "/s", figures(all));
            report.print(System.out);
            return reached(all, most) ? 0 : 1;
        }
    }

    /** Each was asked about when it was due, 99 of 100 in time, and the heap was as large at the end as before. */
    static boolean reached(Waiting.Outcome outcome, int most) {
        var collections = outcome.collections();
        return outcome.early() == 0
                && outcome.missing() == 0
                && outcome.counted().lateness(0.99) <= most
                && collections.secondHalf().mostHeap()
                        <= GROWTH * collections.firstHalf().mostHeap();
    }

    private static Map<String, Object> figures(Waiting.Outcome outcome) {
        var late = outcome.counted();
        var collections = outcome.collections();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("late p50, ms", late.lateness(0.5));
        figures.put("p99", late.lateness(0.99));
        figures.put("p99.9", late.lateness(0.999));
        figures.put("most", late.lateness(1));
        figures.put("asked early", outcome.early());
        figures.put("without verdict", outcome.missing());
        figures.put(
                "heap after collections, at most, first half, MiB",
                collections.firstHalf().mostHeap());
        figures.put("second half", collections.secondHalf().mostHeap());
        figures.put("collections", collections.collections().size());
        figures.put("longest, ms", collections.longestPause());
        figures.put(
                "CPU per 1,000 tokens, ms", Math.round(outcome.usage().cpu().toMillis() * 1e4 / late.count()) / 10.0);
        figures.put("peak memory, MiB", outcome.usage().peakMemory());
        return figures;
    }
}
