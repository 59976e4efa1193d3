package io.judgeflow.bench.fuzz;

import io.judgeflow.bench.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Wrong and random input on every topic and every route, while right jobs go on. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Wrong and random records and requests to the whole pipeline, while right jobs go on as ever.")
public final class Fuzz implements Callable<Integer> {

    @Option(names = "--seed", description = "of all input; by default another each time.")
    private long seed = System.nanoTime();

    @Option(names = "--records", defaultValue = "100000", description = "over all topics. (${DEFAULT-VALUE})")
    private long records;

    @Option(names = "--requests", defaultValue = "100000", description = "over all routes. (${DEFAULT-VALUE})")
    private long requests;

    @Option(names = "--from", defaultValue = "0", description = "number of the first of both. (${DEFAULT-VALUE})")
    private long from;

    @Option(names = "--rounds", defaultValue = "200", description = "with right jobs in each. (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--within", defaultValue = "10", description = "seconds a right job ends. (${DEFAULT-VALUE})")
    private int within;

    @Option(
            names = "--growth",
            defaultValue = "1.1",
            description = "of the live heap, from the first quarter to the last, that is allowed. (${DEFAULT-VALUE})")
    private double growth;

    @Option(
            names = "--inputs",
            defaultValue = "target/fuzz",
            description = "directory for input that was answered wrongly. (${DEFAULT-VALUE})")
    private Path inputs = Path.of("target/fuzz");

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.err.println("seed " + seed);
        var problems = new Problems(inputs, seed);
        try (var pipeline = new Pipeline()) {
            var report = run(pipeline, problems);
            report.print(System.out);
        }
        return problems.count() == 0 ? 0 : 1;
    }

    private Report run(Pipeline pipeline, Problems problems) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        try (var fire = new Fire(seed, pipeline, Duration.ofSeconds(within), problems);
                var life = new Life(problems)) {
            for (var round = 0; round < rounds; round++) {
                fire.round(
                        part(records, round),
                        part(records, round + 1),
                        part(requests, round),
                        part(requests, round + 1));
            }
            var evidence = fire.settled();
            evidence.tell(problems);
            life.check();
            var heap = fire.heap().quarters();
            if (heap.last() > heap.first() * growth) {
                problems.found("the live heap grows: " + fire.heap().all());
            }
            return new Outcome(seed, fire, evidence, life, problems)
                    .report(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private long part(long all, int round) {
        return from + all * round / rounds;
    }
}
