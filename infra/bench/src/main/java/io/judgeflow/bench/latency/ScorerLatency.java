package io.judgeflow.bench.latency;

import io.judgeflow.bench.Place;
import io.judgeflow.bench.Report;
import io.judgeflow.bench.Scorer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verdict in, result visible: the settings of Kafka Streams beside each other. */
@Command(
        name = "scorer-latency",
        mixinStandardHelpOptions = true,
        description = "From a verdict to the result that a consumer sees, for several settings of Kafka Streams.")
public final class ScorerLatency implements Callable<Integer> {

    private static final int WARM_UP_RATE = 1000;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "100,1000",
            description = "verdicts per second. (${DEFAULT-VALUE})")
    private List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "6", description = "at each rate. (${DEFAULT-VALUE})")
    private int seconds;

    @Override
    public Integer call() {
        var report = new Report("scorer-latency");
        try (var place = new Place()) {
            measure(place, new Report("warm-up"), "exactly-once", 200);
            measure(place, "brokers", "the brokers alone, written by the load itself", report, Load.Kind.RESULTS);
            measure(place, report, "at-least-once", 500);
            measure(place, report, "at-least-once", 100);
            measure(place, report, "exactly-once", 20);
            measure(place, report, "exactly-once", 50);
            measure(place, report, "exactly-once", 100);
            report.print(System.out);
            return 0;
        }
    }

    private void measure(Place place, Report report, String guarantee, int commit) {
        var prefix = guarantee + "-" + commit;
        var settings = Map.of(
                "judgeflow.scorer.sink.enabled",
                "false",
                "judgeflow.scorer.streams.guarantee",
                guarantee,
                "judgeflow.scorer.streams.commit-interval",
                commit + "ms");
        var scorer = Scorer.start(place, prefix, settings);
        try {
            var what = guarantee + ", commit every " + commit + " ms";
            measure(place, prefix, what, report, Load.Kind.VERDICTS);
        } finally {
            scorer.close();
        }
    }

    private void measure(Place place, String prefix, String what, Report report, Load.Kind kind) {
        try (var load = new Load(place, prefix, kind)) {
            load.run(WARM_UP_RATE, seconds / 2);
            for (var rate : rates) {
                var measured = load.run(rate, seconds);
                var figures = new LinkedHashMap<String, Object>();
                figures.put("verdicts/s", rate);
                figures.put("read uncommitted p50, ms", measured.uncommitted().at(0.5));
                figures.put("p99", measured.uncommitted().at(0.99));
                figures.put("read committed p50, ms", measured.committed().at(0.5));
                figures.put("p99 ", measured.committed().at(0.99));
                figures.put("CPU of all per 1,000, ms", measured.cpuPerThousand());
                report.add(what, figures);
            }
        }
    }
}
