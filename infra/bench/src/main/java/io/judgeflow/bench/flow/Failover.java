package io.judgeflow.bench.flow;

import io.judgeflow.bench.Report;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The first of two judges goes away in the middle of load, and comes back. */
@Command(
        name = "failover",
        mixinStandardHelpOptions = true,
        description = "One of two judges goes away and comes back: how long no job ends, beside the same load without.")
public final class Failover implements Callable<Integer> {

    @Mixin
    private Conditions conditions = new Conditions();

    @Option(names = "--rate", defaultValue = "200", description = "jobs per second. (${DEFAULT-VALUE})")
    private int rate;

    @Override
    public Integer call() {
        var report = new Report("failover");
        try (var trial = conditions.with(2).start(conditions.hearing())) {
            conditions.warmUp(trial);
            var stretches = new LinkedHashMap<String, Measured>();
            stretches.put("both there", trial.run(rate, conditions.seconds()));
            stretches.put("the first refuses connections for a third of the time", fail(trial, FakeJudge0::goDown));
            stretches.put("both there again", trial.run(rate, conditions.seconds()));
            stretches.put(
                    "the first never answers for a third of the time", fail(trial, judge -> judge.fail(Fault.hang())));
            stretches.forEach((what, measured) -> add(report, what, measured));
            report.print(System.out);
            return stretches.values().stream().allMatch(Measured::complete) ? 0 : 1;
        }
    }

    private Measured fail(Trial trial, Consumer<FakeJudge0> fault) {
        var third = conditions.seconds() * 1000L / 3;
        var judge = trial.judges().instances().getFirst();
        var load = trial.begin(rate, rate * conditions.seconds());
        var goes = CompletableFuture.runAsync(() -> fault.accept(judge), in(third));
        var returns = CompletableFuture.runAsync(() -> judge.heal().comeBack(), in(2 * third));
        CompletableFuture.allOf(goes, returns).join();
        return load.end();
    }

    private static Executor in(long millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }

    private static void add(Report report, String what, Measured measured) {
        var figures = measured.figures();
        figures.put("longest without an end, ms", measured.longestPause());
        figures.put("last end, ms", measured.journal().wholeTime().at(1));
        figures.put("run more than once", measured.executed() - measured.jobs());
        report.add(what, figures);
    }
}
