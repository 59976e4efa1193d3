package io.judgeflow.bench.monkey;

import io.judgeflow.bench.Report;
import io.judgeflow.bench.Store;
import io.judgeflow.testkit.guarantee.TableFollows;
import io.judgeflow.testkit.process.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills, stops and hinders everything under load, and says whether every promise was kept. */
@Command(
        name = "monkey",
        mixinStandardHelpOptions = true,
        description = "Kills, stops and hinders brokers, database, services and judges under load. A seed is a plan.")
public final class Monkey implements Callable<Integer> {

    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final Duration START = Duration.ofMinutes(2);

    @Option(names = "--seed", defaultValue = "1", description = "of the plan. (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--minutes", defaultValue = "10", description = "of load, such as 0.5. (${DEFAULT-VALUE})")
    private double minutes;

    @Option(names = "--rate", defaultValue = "12", description = "jobs per second. (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--plan", description = "only prints the plan.")
    private boolean planOnly;

    @Override
    public Integer call() throws Exception {
        var plan = Plan.of(seed, Duration.ofMillis((long) (minutes * 60_000)));
        System.err.print(plan.text());
        return planOnly || carryOut(plan) ? 0 : 1;
    }

    /** Whether every promise was kept; the directory is gone only then. */
    private boolean carryOut(Plan plan) throws InterruptedException, IOException {
        var directory = Files.createTempDirectory("judgeflow-monkey");
        var kept = false;
        try {
            var broken = run(plan, directory);
            broken.forEach(words -> System.err.printf("BROKEN, seed %d: %s%n", seed, words));
            kept = broken.isEmpty();
            return kept;
        } finally {
            if (kept) {
                FileSystemUtils.deleteRecursively(directory);
            } else {
                System.err.printf("Seed %d; what everybody said is in %s%n", seed, directory);
            }
        }
    }

    private List<String> run(Plan plan, Path directory) throws InterruptedException {
        try (var testbed = new Testbed(directory)) {
            Patience.require(testbed.brokers()::allThere, START, "the brokers have found each other");
            return run(plan, testbed);
        }
    }

    private List<String> run(Plan plan, Testbed testbed) throws InterruptedException {
        var journal = new Journal();
        try (var load = new Load(testbed, seed, journal);
                var watch = new Watch(testbed, journal)) {
            testbed.open();
            Patience.require(testbed::ready, START, "every service is ready");
            load.begin(rate);
            Patience.require(() -> journal.someEndedWithin(USUAL), START, "jobs end within " + USUAL);
            System.err.println("All are there.");
            var injected = new Campaign(testbed).carryOut(plan);
            load.end();
            Patience.until(journal::complete, Audit.BOUND);
            testbed.replicas().stream()
                    .filter(replica -> !replica.process().isAlive())
                    .forEach(replica -> journal.wrong(replica + " has died by itself"));
            return verify(plan, testbed, journal, watch, injected);
        }
    }

    private static List<String> verify(
            Plan plan, Testbed testbed, Journal journal, Watch watch, List<Injected> injected) {
        var books = watch.finish();
        var audit = new Audit(journal, books, injected);
        try (var store = Store.open(testbed.database().url())) {
            var table = new TableFollows(store::rows);
            books.states().forEach(table::told);
            Patience.until(() -> holds(table), Audit.BOUND);
            var report = new Report("monkey");
            new Figures(journal, injected).add(report, plan, audit);
            report.print(System.out);
            return audit.broken(List.of(table));
        }
    }

    private static boolean holds(TableFollows table) {
        try {
            table.verify();
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }
}
