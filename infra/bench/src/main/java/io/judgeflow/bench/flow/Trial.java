package io.judgeflow.bench.flow;

import io.judgeflow.bench.load.ByGateway;
import io.judgeflow.bench.load.ByJudge;
import io.judgeflow.bench.load.Journal;
import io.judgeflow.bench.load.OpenLoop;
import io.judgeflow.bench.load.Program;
import io.judgeflow.bench.load.Target;
import io.judgeflow.bench.system.Cost;
import io.judgeflow.bench.system.Deployment;
import io.judgeflow.bench.system.Hearing;
import io.judgeflow.bench.system.Judges;
import io.judgeflow.testkit.process.ServiceProcess;
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

    /** The parts that are JVMs; none where the judge is called directly. */
    Map<String, ServiceProcess> processes() {
        return deployment == null ? Map.of() : deployment.processes();
    }

    /** Submits for so long, and waits for the ends. */
    Measured run(double perSecond, int seconds) {
        return begin(perSecond, (int) (perSecond * seconds)).end();
    }

    /** Begins to submit so many, and returns at once. */
    Stretch begin(double perSecond, int jobs) {
        return new Stretch(perSecond, jobs);
    }

    /** Load that is under way. */
    final class Stretch {
        private final double perSecond;
        private final int jobs;
        private final Map<String, Usage> before = usage();
        private final long requests = judges.requests();
        private final long executed = judges.executed();
        private final Journal journal;

        private Stretch(double perSecond, int jobs) {
            this.perSecond = perSecond;
            this.jobs = jobs;
            this.journal = OpenLoop.start(target, perSecond, jobs);
        }

        /** Waits for the ends, and not for ever. */
        Measured end() {
            var planned = Duration.ofMillis((long) (jobs * 1000 / perSecond));
            OpenLoop.await(journal, jobs, planned.plus(PATIENCE));
            return new Measured(
                    perSecond,
                    jobs,
                    journal,
                    journal.overhead(judges::ends),
                    Cost.between(before, usage()),
                    judges.requests() - requests,
                    judges.executed() - executed);
        }
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
