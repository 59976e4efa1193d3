package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.process.ServiceProcess;

/** Does to the town what a blow says. */
record Hand(Town town) {

    /** Strikes; what is given back makes it good again. */
    Runnable strike(Blow blow) {
        return switch (blow) {
            case Blow.Kill(var service, var number) -> kill(town.post(service, number));
            case Blow.Freeze(var service, var number) ->
                freeze(town.post(service, number).process());
            case Blow.KillBroker(var number) -> killBroker(number);
            case Blow.FreezeBroker(var number) -> freeze(town.brokers().member(number));
            case Blow.KillDatabase() -> killDatabase();
            case Blow.JudgeGone(var number) -> away(number);
            case Blow.JudgeForgets(var number) -> forget(number);
            case Blow.JudgeAils(var number, var ailment) -> ail(number, ailment);
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
