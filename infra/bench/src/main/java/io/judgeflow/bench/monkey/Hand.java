package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.process.Patience;
import io.judgeflow.testkit.process.ServiceProcess;
import java.time.Duration;

/** Does to the town what a blow says. */
record Hand(Town town) {

    private static final Duration START = Duration.ofMinutes(3);

    /** Makes good what was done, and returns when what was hit is there again. */
    interface Healing {
        void heal();
    }

    /** Strikes. */
    Healing strike(Blow blow) {
        return switch (blow) {
            case Blow.Kill at -> kill(town.post(at.service(), at.number()));
            case Blow.Freeze at -> freeze(town.post(at.service(), at.number()).process());
            case Blow.KillBroker at -> killBroker(at.number());
            case Blow.FreezeBroker at -> freeze(town.brokers().member(at.number()));
            case Blow.KillDatabase all -> killDatabase();
            case Blow.JudgeGone at -> away(at.number());
            case Blow.JudgeForgets at -> forget(at.number());
            case Blow.JudgeAils at -> ail(at.number(), at.ailment());
        };
    }

    private Healing kill(Post post) {
        if (!post.process().isAlive()) {
            throw new IllegalStateException(post + " has died by itself");
        }
        post.process().kill();
        return () -> {
            post.start();
            Patience.require(post::ready, START, post + " is there again");
        };
    }

    private Healing freeze(ServiceProcess process) {
        process.pause();
        return process::wake;
    }

    private Healing killBroker(int number) {
        town.brokers().member(number).kill();
        return () -> town.brokers().start(number);
    }

    private Healing killDatabase() {
        town.database().kill();
        return town.database()::comeBack;
    }

    private Healing away(int number) {
        town.judge(number).goDown();
        return town.judge(number)::comeBack;
    }

    private Healing forget(int number) {
        town.judge(number).forgetAll();
        return () -> {};
    }

    private Healing ail(int number, Ailment ailment) {
        town.judge(number).fail(ailment.fault());
        return town.judge(number)::heal;
    }
}
