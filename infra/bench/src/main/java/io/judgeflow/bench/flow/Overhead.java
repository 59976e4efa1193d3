package io.judgeflow.bench.flow;

import io.judgeflow.bench.Report;
import io.judgeflow.bench.system.Hearing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the pipeline adds to the judge's own time, at a rate that it bears easily. */
@Command(
        name = "overhead",
        mixinStandardHelpOptions = true,
        description = "From the judge's own end to the event on the client's stream: called back and polled, beside"
                + " a client that asks the judge itself.")
public final class Overhead implements Callable<Integer> {

    private static final double CALLED_BACK_P50 = 10;
    private static final double CALLED_BACK_P99 = 50;
    private static final double POLLED_P50 = 100;

    @Mixin
    private Conditions conditions = new Conditions();

    @Option(names = "--rate", defaultValue = "300", description = "jobs per second. (${DEFAULT-VALUE})")
    private int rate;

    @Override
    public Integer call() {
        var report = new Report("overhead");
        report.add(
                "the judge alone, asked every 100 ms",
                conditions.measureJudgeAlone(rate).figures());
        var calledBack = measure(report, Hearing.CALLED_BACK);
        var polled = measure(report, Hearing.POLLED);
        report.print(System.out);
        var reached = calledBack.overhead().at(0.5) <= CALLED_BACK_P50
                && calledBack.overhead().at(0.99) <= CALLED_BACK_P99
                && polled.overhead().at(0.5) <= POLLED_P50;
        return reached && calledBack.complete() && polled.complete() ? 0 : 1;
    }

    private Measured measure(Report report, Hearing hearing) {
        try (var trial = conditions.start(hearing)) {
            conditions.warmUp(trial);
            var measured = trial.run(rate, conditions.seconds());
            report.add(conditions.describe(hearing), measured.figures());
            return measured;
        }
    }
}
