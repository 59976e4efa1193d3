package io.judgeflow.bench.soak;

import io.judgeflow.bench.Quarters;
import io.judgeflow.bench.Report;
import io.judgeflow.bench.load.ByGateway;
import io.judgeflow.bench.load.ByGateway.Following;
import io.judgeflow.bench.load.Journal;
import io.judgeflow.bench.load.OpenLoop;
import io.judgeflow.bench.load.Program;
import io.judgeflow.bench.load.Target;
import io.judgeflow.bench.system.Deployment;
import io.judgeflow.bench.system.Hearing;
import io.judgeflow.bench.system.Judges;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Steady load for long, and what grows meanwhile. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "An hour of steady load: heaps, threads, descriptors, stores and lag, by quarters of the time.")
public final class Soak implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int USERS = 50;
    private static final int WARM_UP_PART = 3;

    @Option(names = "--minutes", defaultValue = "60", description = "of load. (${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--rate", defaultValue = "150", description = "jobs per second. (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--warm-up",
            defaultValue = "300",
            description = "seconds before, at a third of the rate. (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--samples", defaultValue = "60", description = "over the whole time. (${DEFAULT-VALUE})")
    private int samples;

    @Override
    public Integer call() {
        var course = new Course();
        var jobs = (int) (rate * minutes * 60);
        try (var judges = Judges.start(1);
                var deployment = Deployment.start(judges, Hearing.CALLED_BACK, Map.of());
                var backlogs = new Backlogs(deployment.brokers());
                var target = new ByGateway(
                        deployment.address("gateway"), new Program(Duration.ofMillis(50)), Following.USERS, USERS)) {
            warmUp(target);
            var sample = new Sample(deployment, backlogs);
            var journal = OpenLoop.start(target, rate, jobs);
            var begun = System.nanoTime();
            var period = Duration.ofSeconds((long) (minutes * 60)).dividedBy(samples + 1L);
            for (var turn = 1; turn <= samples; turn++) {
                var due = period.multipliedBy(turn).minusNanos(System.nanoTime() - begun);
                if (!OpenLoop.await(journal, jobs, due)) {
                    course.add(sample.take());
                }
            }
            var all = OpenLoop.await(journal, jobs, PATIENCE);
            return report(course, journal, jobs) && all ? 0 : 1;
        }
    }

    /** JVMs that have just started cannot do at once what they can do later, and what queues up meanwhile is no load. */
    private void warmUp(Target target) {
        var perSecond = (double) rate / WARM_UP_PART;
        var jobs = (int) (perSecond * warmUp);
        var journal = OpenLoop.start(target, perSecond, jobs);
        if (!OpenLoop.await(journal, jobs, Duration.ofSeconds(warmUp).plus(PATIENCE))) {
            throw new IllegalStateException(jobs - journal.settled() + " jobs of the warm-up have not ended");
        }
    }

    private boolean report(Course course, Journal journal, int jobs) {
        var report = new Report("soak");
        var ends = journal.wholeTimes(Quarters.COUNT);
        var outcome = new LinkedHashMap<String, Object>();
        outcome.put("jobs", jobs);
        outcome.put("ended", journal.ends().length);
        outcome.put("not taken", journal.failures());
        outcome.put(
                "end p50 of each quarter, ms",
                ends.stream().map(end -> end.at(0.5)).toList());
        outcome.put("end p99, ms", ends.stream().map(end -> end.at(0.99)).toList());
        report.add(rate + " jobs/s for " + minutes + " min", outcome);
        var flat = !course.values().isEmpty();
        for (var values : course.values().entrySet()) {
            var measure = values.getKey();
            var steady = Course.isFlat(measure, values.getValue());
            var figures = new LinkedHashMap<String, Object>();
            figures.put("median of each quarter", Quarters.of(values.getValue()).medians());
            figures.put("flat", steady);
            report.add(measure.part() + ": " + measure.what(), figures);
            flat &= steady;
        }
        report.print(System.out);
        return flat && journal.ends().length == jobs;
    }
}
