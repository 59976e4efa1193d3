package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.process.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries a plan out. Strikes overlap; one at the same victim waits until it has recovered from the one before. */
final class Assault {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Town town;
    private final Hand hand;

    Assault(Town town) {
        this.town = town;
        this.hand = new Hand(town);
    }

    /** Returns when everything has happened and is good again. */
    List<Struck> carryOut(Plan plan) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("strike-", 0).factory())) {
            Map<String, CompletableFuture<Struck>> latest = new HashMap<>();
            var strikes = plan.strikes().stream()
                    .map(strike -> latest.compute(
                            strike.blow().victim(), (victim, before) -> carryOut(strike, before, threads)))
                    .toList();
            CompletableFuture.allOf(strikes.toArray(CompletableFuture<?>[]::new))
                    .join();
            return strikes.stream().map(CompletableFuture::join).toList();
        }
    }

    /** @param before the last strike at the same victim; null for none */
    private CompletableFuture<Struck> carryOut(
            Strike strike, @Nullable CompletableFuture<Struck> before, Executor threads) {
        var recovered = before == null ? CompletableFuture.<Struck>completedFuture(null) : before;
        return CompletableFuture.runAsync(() -> {}, in(strike.at(), threads))
                .thenCombineAsync(recovered, (due, last) -> happen(strike), threads)
                .thenCompose(healing -> CompletableFuture.supplyAsync(healing::end, in(strike.lasts(), threads)));
    }

    private Ongoing happen(Strike strike) {
        var blow = strike.blow();
        if (blow instanceof Blow.KillBroker || blow instanceof Blow.FreezeBroker) {
            Patience.require(town.brokers()::complete, PATIENCE, "three brokers have everything");
        }
        var at = Instant.now();
        System.err.println(at + " " + strike);
        return new Ongoing(strike, at, hand.strike(blow));
    }

    private static Executor in(Duration time, Executor threads) {
        return CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, threads);
    }

    /** A strike whose victim has not recovered. */
    private record Ongoing(Strike strike, Instant at, Hand.Healing healing) {
        Struck end() {
            healing.heal();
            return new Struck(strike, at, Instant.now());
        }
    }
}
