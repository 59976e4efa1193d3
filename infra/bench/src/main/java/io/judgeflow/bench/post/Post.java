package io.judgeflow.bench.post;

import io.judgeflow.bench.Place;
import io.judgeflow.bench.Report;
import io.judgeflow.bench.load.ByGateway;
import io.judgeflow.bench.load.ByGateway.Following;
import io.judgeflow.bench.load.OpenLoop;
import io.judgeflow.bench.load.Program;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Submissions per second that the brokers have, all of them, before they are answered; beside the same gateway without brokers. */
@Command(
        name = "post",
        mixinStandardHelpOptions = true,
        description = "POST /api/execute with acks=all beside the same endpoint that stores nothing, turn by turn.")
public final class Post implements Callable<Integer> {

    private static final double LEAST_SHARE = 0.6;
    private static final double ROUND = 100.0;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--clients", defaultValue = "64", description = "that submit at once. (${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--seconds", defaultValue = "5", description = "of each turn. (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "30", description = "seconds of each of the two. (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "submissions per second by plan, whatever becomes of those before. (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--turns", defaultValue = "5", description = "of each of the two. (${DEFAULT-VALUE})")
    private int turns;

    @Override
    public Integer call() throws IOException {
        var report = new Report("post");
        try (var place = new Place();
                var without = Gateway.withoutBrokers(place);
                var with = Gateway.withBrokers(place)) {
            var baseline = new ArrayList<Rate>();
            var measured = new ArrayList<Rate>();
            measure(without, warmUp);
            measure(with, warmUp);
            for (var turn = 0; turn < turns; turn++) {
                baseline.add(measure(without, seconds));
                measured.add(measure(with, seconds));
            }
            var least = median(baseline);
            add(report, "the same endpoint without brokers", baseline, least);
            add(report, "acks=all", measured, least);
            report.add("by plan, without brokers", byPlan(without));
            report.add("by plan, acks=all", byPlan(with));
            report.print(System.out);
            return median(measured) >= LEAST_SHARE * least ? 0 : 1;
        }
    }

    private Rate measure(Gateway gateway, int time) throws IOException {
        try (var load = new Clients(gateway.port(), clients)) {
            return load.submitFor(Duration.ofSeconds(time));
        }
    }

    /** Latencies as clients have them who do not wait for each other. */
    private Map<String, Object> byPlan(Gateway gateway) {
        var address = URI.create("http://127.0.0.1:" + gateway.port());
        var jobs = rate * seconds * turns;
        try (var clients = new ByGateway(address, new Program(Duration.ZERO), Following.NONE, 1)) {
            var journal = OpenLoop.start(clients, rate, jobs);
            OpenLoop.await(
                    journal, jobs, Duration.ofSeconds((long) seconds * turns).plus(PATIENCE));
            var figures = new LinkedHashMap<String, Object>();
            figures.put("submissions/s", Math.round(journal.perSecond()));
            figures.put("p50, ms", journal.acceptance().at(0.5));
            figures.put("p99, ms", journal.acceptance().at(0.99));
            return figures;
        }
    }

    private static double median(List<Rate> rates) {
        return Rate.medianOf(rates.stream().map(Rate::perSecond).toList());
    }

    private static void add(Report report, String what, List<Rate> rates, double baseline) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("submissions/s", Math.round(median(rates)));
        figures.put("of the baseline", Math.round(median(rates) / baseline * ROUND) / ROUND);
        figures.put(
                "p50, ms",
                rounded(Rate.medianOf(rates.stream().map(Rate::median).toList())));
        figures.put(
                "p99, ms", rounded(Rate.medianOf(rates.stream().map(Rate::p99).toList())));
        figures.put(
                "each turn",
                rates.stream().map(rate -> Math.round(rate.perSecond())).toList());
        report.add(what, figures);
    }

    private static double rounded(double millis) {
        return Math.round(millis * ROUND) / ROUND;
    }
}
