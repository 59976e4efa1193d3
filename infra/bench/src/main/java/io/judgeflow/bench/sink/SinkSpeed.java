package io.judgeflow.bench.sink;

import io.judgeflow.bench.Place;
import io.judgeflow.bench.Report;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Results from the topic into the table, beside one statement for each of them. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        description =
                "Results into PostgreSQL: rows per second beside one statement per row, and with the database away.")
public final class SinkSpeed implements Callable<Integer> {

    private static final int WARM_UP = 10_000;
    private static final int LEAST_GAIN = 10;

    @Option(names = "--results", defaultValue = "100000", description = "of the sink. (${DEFAULT-VALUE})")
    private int results;

    @Option(names = "--singles", defaultValue = "5000", description = "of each baseline. (${DEFAULT-VALUE})")
    private int singles;

    @Option(
            names = "--outage",
            defaultValue = "60",
            description = "seconds without database, 0 for none. (${DEFAULT-VALUE})")
    private int outage;

    @Override
    public Integer call() {
        var report = new Report("sink");
        try (var place = new Place()) {
            Singles.measure(place, singles, 1);
            Singles.measure(place, singles, 1);
            var baseline = Singles.measure(place, singles, 1);
            add(report, "one statement per result, one after the other", baseline, baseline);
            add(report, "one statement per result, four at a time", Singles.measure(place, singles, 4), baseline);
            Stream.measure(place, WARM_UP);
            var rate = Stream.measure(place, results);
            add(report, "the sink, from topic to table", rate, baseline);
            if (outage > 0) {
                report.add(
                        "the sink, with the database away for " + outage + " s",
                        Outage.measure(place, results, Duration.ofSeconds(outage)));
            }
            report.print(System.out);
            return rate >= LEAST_GAIN * baseline ? 0 : 1;
        }
    }

    private static void add(Report report, String what, double rate, double baseline) {
        report.add(
                what,
                Map.of(
                        "rows per second",
                        Math.round(rate),
                        "times the baseline",
                        Math.round(rate / baseline * 10) / 10.0));
    }
}
