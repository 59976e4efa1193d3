package io.judgeflow.bench.flow;

import io.judgeflow.bench.Report;
import io.judgeflow.bench.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Jobs per second through everything, at rising rates. */
@Command(
        name = "end-to-end",
        mixinStandardHelpOptions = true,
        description =
                "Whole jobs at rising rates, from the POST to the end on the client's stream, beside the judge alone.")
public final class EndToEnd implements Callable<Integer> {

    private static final double LEAST_PER_SECOND = 2000;
    /** Of what was planned; what is behind at the end counts. */
    private static final double KEPT_UP = 0.99;

    @Mixin
    private Conditions conditions = new Conditions();

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "300,600,1000,1500,2000,2200",
            description = "jobs per second. (${DEFAULT-VALUE})")
    private List<Integer> rates = List.of();

    @Option(
            names = "--profile",
            description = "a directory for recordings of each process at each rate, and for a table of what they say."
                    + " Recording costs a little itself.")
    private @Nullable Path profile;

    @Override
    public Integer call() {
        var report = new Report("end-to-end");
        report.add(
                "the judge alone, asked every 100 ms",
                conditions.measureJudgeAlone(rates.getFirst()).figures());
        var best = 0.0;
        try (var trial = conditions.start(conditions.hearing());
                var profiles = new Profiles(profile)) {
            conditions.warmUp(trial);
            for (var rate : rates) {
                var measured = profiles.of(
                        rate + "-per-second", trial.processes(), () -> trial.run(rate, conditions.seconds()));
                report.add(conditions.describe(conditions.hearing()), measured.figures());
                var reached = measured.journal().perSecond();
                best = measured.complete() && reached >= KEPT_UP * rate ? Math.max(best, reached) : best;
            }
        }
        report.print(System.out);
        return best >= KEPT_UP * LEAST_PER_SECOND ? 0 : 1;
    }
}
