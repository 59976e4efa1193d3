package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.process.ServiceProcess;

/** Does to the town what a blow says. */
record Hand(Town town) {

    /** Strikes; what is given back makes it good again. */
    Runnable strike(Blow blow) {
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

    private Runnable kill(Post post) {
        if (!post.process().isAlive()) {
            throw new IllegalStateException(post + " has died by itself");
        }
        post.process().kill();
        return post::start;
    }

    private Runnable freeze(ServiceProcess process) {
        process.pause();
        return process::wake;
    }

    private Runnable killBroker(int number) {
        town.brokers().member(number).kill();
        return () -> town.brokers().start(number);
    }

    private Runnable killDatabase() {
        town.database().kill();
        return town.database()::comeBack;
    }

    private Runnable away(int number) {
        town.judge(number).goDown();
        return town.judge(number)::comeBack;
    }

    private Runnable forget(int number) {
        town.judge(number).forgetAll();
        return () -> {};
    }

    private Runnable ail(int number, Ailment ailment) {
        town.judge(number).fail(ailment.fault());
        return town.judge(number)::heal;
    }
}
