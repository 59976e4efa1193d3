package io.judgeflow.bench.flow;

import io.judgeflow.bench.load.ByGateway.Following;
import io.judgeflow.bench.load.Program;
import io.judgeflow.bench.system.Hearing;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What the scenarios with whole jobs have in common. */
final class Conditions {

    private static final int JUDGE_WARM_UP = 10;

    @Option(names = "--seconds", defaultValue = "20", description = "of each measurement. (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "420",
            description = "seconds before the first, at --warm-up-rate. (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--warm-up-rate", defaultValue = "300", description = "jobs per second. (${DEFAULT-VALUE})")
    private int warmUpRate;

    @Option(names = "--run-time", defaultValue = "50", description = "of a program, ms. (${DEFAULT-VALUE})")
    private int runTime;

    @Option(names = "--judges", defaultValue = "1", description = "instances. (${DEFAULT-VALUE})")
    private int judges;

    @Option(
            names = "--hearing",
            defaultValue = "called_back",
            description = "of a program's end: polled or called_back. (${DEFAULT-VALUE})")
    private Hearing hearing = Hearing.CALLED_BACK;

    @Option(
            names = "--following",
            defaultValue = "users",
            description = "users: one stream for each of --users; jobs: one for each job. (${DEFAULT-VALUE})")
    private Following following = Following.USERS;

    @Option(names = "--users", defaultValue = "50", description = "who submit in turns. (${DEFAULT-VALUE})")
    private int users;

    int seconds() {
        return seconds;
    }

    Hearing hearing() {
        return hearing;
    }

    Program program() {
        return new Program(Duration.ofMillis(runTime));
    }

    Trial start(Hearing heard) {
        return Trial.start(judges, program(), heard, following, users);
    }

    /** The baseline: clients of the judge itself. */
    Measured measureJudgeAlone(double perSecond) {
        try (var direct = Trial.direct(program())) {
            direct.run(perSecond, Math.min(warmUp, JUDGE_WARM_UP) + 1);
            return direct.run(perSecond, seconds);
        }
    }

    void warmUp(Trial trial) {
        if (warmUp > 0) {
            trial.run(warmUpRate, warmUp);
        }
    }

    /** The same with so many judges. */
    Conditions with(int instances) {
        judges = instances;
        return this;
    }

    String describe(Hearing heard) {
        var how = switch (heard) {
            case POLLED -> "polled";
            case CALLED_BACK -> "called back";
        };
        return switch (following) {
            case USERS -> "%s, a stream for each of %d users".formatted(how, users);
            case JOBS -> how + ", a stream for each job";
            case NONE -> how + ", nobody listens";
        };
    }
}
