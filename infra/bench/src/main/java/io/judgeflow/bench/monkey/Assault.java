package io.judgeflow.bench.monkey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Carries a plan out. Strikes overlap; one at the same victim waits until it has recovered from the one before. */
final class Assault {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, Semaphore> victims = new ConcurrentHashMap<>();
    private final Town town;
    private final Hand hand;

    Assault(Town town) {
        this.town = town;
        this.hand = new Hand(town);
    }

    /** Returns when everything has happened and is good again. */
    List<Struck> carryOut(Plan plan) throws InterruptedException, ExecutionException {
        var begun = System.nanoTime();
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("strike-", 0).factory())) {
            var strikes = new ArrayList<Future<Struck>>();
            for (var strike : plan.strikes()) {
                TimeUnit.NANOSECONDS.sleep(strike.at().toNanos() - (System.nanoTime() - begun));
                strikes.add(threads.submit(() -> carryOut(strike)));
            }
            var struck = new ArrayList<Struck>();
            for (var strike : strikes) {
                struck.add(strike.get());
            }
            return struck;
        }
    }

    private Struck carryOut(Strike strike) throws InterruptedException {
        var blow = strike.blow();
        var victim = victims.computeIfAbsent(blow.victim(), first -> new Semaphore(1, true));
        victim.acquire();
        try {
            if (blow instanceof Blow.KillBroker || blow instanceof Blow.FreezeBroker) {
                Until.is(town.brokers()::complete, PATIENCE, "three brokers have everything");
            }
            return happen(strike);
        } finally {
            victim.release();
        }
    }

    private Struck happen(Strike strike) throws InterruptedException {
        var at = Instant.now();
        System.err.println(at + " " + strike);
        var healing = hand.strike(strike.blow());
        try {
            Thread.sleep(strike.lasts());
        } finally {
            healing.heal();
        }
        return new Struck(strike, at, Instant.now());
    }
}
