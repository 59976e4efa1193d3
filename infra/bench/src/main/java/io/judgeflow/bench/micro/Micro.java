package io.judgeflow.bench.micro;

import io.judgeflow.bench.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Single steps by JMH. */
@Command(
        name = "micro",
        mixinStandardHelpOptions = true,
        description = "What single steps cost, by JMH: codecs, the fold, the window of records under way.")
public final class Micro implements Callable<Integer> {

    private static final double ROUND = 1000.0;

    @Parameters(arity = "0..1", defaultValue = ".*", description = "which, by a regular expression. (${DEFAULT-VALUE})")
    private String pattern = ".*";

    @Option(
            names = "--forks",
            defaultValue = "1",
            description = "JVMs for each, one after the other. (${DEFAULT-VALUE})")
    private int forks;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "times --millis before it counts. (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--iterations", defaultValue = "5", description = "that count. (${DEFAULT-VALUE})")
    private int iterations;

    @Option(names = "--millis", defaultValue = "1000", description = "of each. (${DEFAULT-VALUE})")
    private int millis;

    @Override
    public Integer call() throws RunnerException {
        var options = new OptionsBuilder()
                .include(pattern)
                .forks(forks)
                .warmupIterations(warmUp)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .shouldFailOnError(true)
                .build();
        report(new Runner(options).run()).print(System.out);
        return 0;
    }

    private static Report report(Collection<RunResult> results) {
        var report = new Report("micro");
        for (var result : results) {
            var primary = result.getPrimaryResult();
            var figures = new LinkedHashMap<String, Object>();
            figures.put("of", parameters(result));
            figures.put("mean", rounded(primary.getScore()));
            figures.put("99.9 % within ±", rounded(primary.getScoreError()));
            figures.put("unit", primary.getScoreUnit());
            report.add(name(result), figures);
        }
        return report;
    }

    private static String name(RunResult result) {
        return result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
    }

    private static String parameters(RunResult result) {
        var parameters = result.getParams();
        return parameters.getParamsKeys().stream().map(parameters::getParam).collect(Collectors.joining(", "));
    }

    private static double rounded(double figure) {
        return Double.isNaN(figure) ? 0 : Math.round(figure * ROUND) / ROUND;
    }
}
