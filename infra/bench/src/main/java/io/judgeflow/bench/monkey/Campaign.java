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

/** Carries a plan out. Injections overlap; one at the same victim waits until it has recovered from the one before. */
final class Campaign {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Testbed testbed;
    private final Injector injector;

    Campaign(Testbed testbed) {
        this.testbed = testbed;
        this.injector = new Injector(testbed);
    }

    /** Returns when everything has happened and is good again. */
    List<Injected> carryOut(Plan plan) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("injection-", 0).factory())) {
            Map<String, CompletableFuture<Injected>> latest = new HashMap<>();
            var injections = plan.injections().stream()
                    .map(injection -> latest.compute(
                            injection.fault().victim(), (victim, before) -> carryOut(injection, before, threads)))
                    .toList();
            CompletableFuture.allOf(injections.toArray(CompletableFuture<?>[]::new))
                    .join();
            return injections.stream().map(CompletableFuture::join).toList();
        }
    }

    /** @param before the last injection at the same victim; null for none */
    private CompletableFuture<Injected> carryOut(
            Injection injection, @Nullable CompletableFuture<Injected> before, Executor threads) {
        var recovered = before == null ? CompletableFuture.<Injected>completedFuture(null) : before;
        return CompletableFuture.runAsync(() -> {}, in(injection.at(), threads))
                .thenCombineAsync(recovered, (due, last) -> happen(injection), threads)
                .thenCompose(recovery -> CompletableFuture.supplyAsync(recovery::end, in(injection.lasts(), threads)));
    }

    private Ongoing happen(Injection injection) {
        var fault = injection.fault();
        if (fault instanceof Fault.OfBroker) {
            Patience.require(testbed.brokers()::complete, PATIENCE, "three brokers have everything");
        }
        var at = Instant.now();
        System.err.println(at + " " + injection);
        return new Ongoing(injection, at, injector.inject(fault));
    }

    private static Executor in(Duration time, Executor threads) {
        return CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, threads);
    }

    /** An injection whose victim has not recovered. */
    private record Ongoing(Injection injection, Instant at, Injector.Recovery recovery) {
        Injected end() {
            recovery.recover();
            return new Injected(injection, at, Instant.now());
        }
    }
}
