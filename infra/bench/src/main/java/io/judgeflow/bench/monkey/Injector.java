package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.process.Patience;
import io.judgeflow.testkit.process.ServiceProcess;
import java.time.Duration;

/** Does to the testbed what a fault says. */
record Injector(Testbed testbed) {

    private static final Duration START = Duration.ofMinutes(3);

    /** Makes good what was done, and returns when what was hit is there again. */
    interface Recovery {
        void recover();
    }

    /** Injects it. */
    Recovery inject(Fault fault) {
        return switch (fault) {
            case Fault.Kill at -> kill(testbed.replica(at.service(), at.number()));
            case Fault.Freeze at ->
                freeze(testbed.replica(at.service(), at.number()).process());
            case Fault.KillBroker at -> killBroker(at.number());
            case Fault.FreezeBroker at -> freeze(testbed.brokers().member(at.number()));
            case Fault.KillDatabase all -> killDatabase();
            case Fault.JudgeGone at -> away(at.number());
            case Fault.JudgeForgets at -> forget(at.number());
            case Fault.JudgeAils at -> ail(at.number(), at.ailment());
        };
    }

    private Recovery kill(Replica replica) {
        if (!replica.process().isAlive()) {
            throw new IllegalStateException(replica + " has died by itself");
        }
        replica.process().kill();
        return () -> {
            replica.start();
            Patience.require(replica::ready, START, replica + " is there again");
        };
    }

    private Recovery freeze(ServiceProcess process) {
        process.pause();
        return process::wake;
    }

    private Recovery killBroker(int number) {
        testbed.brokers().member(number).kill();
        return () -> testbed.brokers().start(number);
    }

    private Recovery killDatabase() {
        testbed.database().kill();
        return testbed.database()::comeBack;
    }

    private Recovery away(int number) {
        testbed.judge(number).goDown();
        return testbed.judge(number)::comeBack;
    }

    private Recovery forget(int number) {
        testbed.judge(number).forgetAll();
        return () -> {};
    }

    private Recovery ail(int number, Ailment ailment) {
        testbed.judge(number).fail(ailment.fault());
        return testbed.judge(number)::heal;
    }
}
