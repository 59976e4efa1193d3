package io.judgeflow.bench.flow;

import io.judgeflow.bench.load.ByGateway;
import io.judgeflow.bench.load.ByJudge;
import io.judgeflow.bench.load.OpenLoop;
import io.judgeflow.bench.load.Program;
import io.judgeflow.bench.load.Target;
import io.judgeflow.bench.system.Cost;
import io.judgeflow.bench.system.Deployment;
import io.judgeflow.bench.system.Hearing;
import io.judgeflow.bench.system.Judges;
import io.judgeflow.testkit.process.Usage;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A system and its clients, or clients that have none. */
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Judges judges;
    private final @Nullable Deployment deployment;
    private final Target target;

    private Trial(Judges judges, @Nullable Deployment deployment, Target target) {
        this.judges = judges;
        this.deployment = deployment;
        this.target = target;
    }

    /** Clients that call the first of the judges themselves. */
    static Trial direct(Program program) {
        var judges = Judges.start(1);
        return new Trial(judges, null, new ByJudge(judges.instances().getFirst().url(), program, PAUSE));
    }

    /** Clients of a gateway of their own. */
    static Trial start(int number, Program program, Hearing hearing, ByGateway.Following following, int users) {
        var judges = Judges.start(number);
        var deployment = Deployment.start(judges, hearing, Map.of());
        var target = new ByGateway(deployment.address("gateway"), program, following, users);
        return new Trial(judges, deployment, target);
    }

    Judges judges() {
        return judges;
    }

    Target target() {
        return target;
    }

    /** Submits for so long, and waits for the ends. */
    Measured run(double perSecond, int seconds) {
        var jobs = (int) (perSecond * seconds);
        var before = usage();
        var requests = judges.requests();
        var journal = OpenLoop.start(target, perSecond, jobs);
        if (!OpenLoop.await(journal, jobs, Duration.ofSeconds(seconds).plus(PATIENCE))) {
            throw new IllegalStateException("%d of %d jobs have not ended, not taken: %s".formatted(jobs - journal.settled(), jobs, journal.failures()));
        }
        var cost = Cost.between(before, usage());
        return new Measured(
                perSecond, jobs, journal, journal.overhead(judges::ends), cost, judges.requests() - requests);
    }

    private Map<String, Usage> usage() {
        return deployment == null ? Map.of() : deployment.usage();
    }

    @Override
    public void close() {
        target.close();
        if (deployment != null) {
            deployment.close();
        }
        judges.close();
    }
}
