package io.judgeflow.bench.flow;

import io.judgeflow.bench.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Far more at once than there is room for, as when a contest begins. */
@Command(
        name = "burst",
        mixinStandardHelpOptions = true,
        description = "Many jobs within moments, beside the same system before and after it.")
public final class Burst implements Callable<Integer> {

    @Mixin
    private Conditions conditions = new Conditions();

    @Option(
            names = "--rate",
            defaultValue = "300",
            description = "jobs per second before and after. (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--jobs", defaultValue = "20000", description = "of the burst. (${DEFAULT-VALUE})")
    private int jobs;

    @Option(names = "--within", defaultValue = "2", description = "seconds. (${DEFAULT-VALUE})")
    private double within;

    @Override
    public Integer call() {
        var report = new Report("burst");
        try (var trial = conditions.start(conditions.hearing())) {
            conditions.warmUp(trial);
            report.add("before", trial.run(rate, conditions.seconds()).figures());
            var burst = trial.begin(jobs / within, jobs).end();
            var figures = burst.figures();
            figures.put("all ended after, s", burst.seconds());
            report.add(jobs + " jobs within " + within + " s", figures);
            report.add("after", trial.run(rate, conditions.seconds()).figures());
            report.print(System.out);
            return burst.complete() ? 0 : 1;
        }
    }
}
