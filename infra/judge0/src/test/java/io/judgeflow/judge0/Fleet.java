package io.judgeflow.judge0;

import io.judgeflow.testkit.judge0.FakeJudge0;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;

/** Fakes behind a fleet, for a test to break. */
final class Fleet implements AutoCloseable {

    static final int BASH = 46;
    /** For tests in which an instance does not answer. */
    static final Duration SHORT = Duration.ofMillis(600);

    static final Duration WAIT = Duration.ofSeconds(20);

    final FakeJudge0 first = FakeJudge0.start();
    final FakeJudge0 second = FakeJudge0.start();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Judge0Fleet fleet;

    Fleet() {
        this(settings -> settings);
    }

    Fleet(UnaryOperator<Judge0Settings> change) {
        fleet = new Judge0Fleet(change.apply(settings(first.url(), second.url())), meters, Clock.systemUTC());
        // The first call of all loads classes, which takes longer than a short timeout.
        languages(settings(first.url(), second.url()));
    }

    static Judge0Settings settings(URI... urls) {
        return Judge0Settings.of(Arrays.asList(urls))
                .withTimeout(Duration.ofSeconds(10))
                .withBreaker(new Breaker(50, 4, Duration.ofMinutes(1)));
    }

    private static void languages(Judge0Settings settings) {
        try (var warm = new Judge0Fleet(settings, new SimpleMeterRegistry(), Clock.systemUTC())) {
            Flux.fromIterable(warm.instances()).flatMap(Judge0::languages).blockLast(WAIT);
        }
    }

    static Judge0 plain(FakeJudge0 fake) {
        return plain(settings(fake.url()));
    }

    static Judge0 plain(Judge0Settings settings) {
        return new Judge0Fleet(settings, new SimpleMeterRegistry(), Clock.systemUTC())
                .instances()
                .getFirst();
    }

    Placement place(String... sources) {
        var placed = fleet.place(any -> runs(sources)).block(WAIT);
        if (placed == null) {
            throw new AssertionError("no placement");
        }
        return placed;
    }

    static List<Run> runs(String... sources) {
        return Arrays.stream(sources).map(source -> Run.of(BASH, source)).toList();
    }

    @Override
    public void close() {
        fleet.close();
        first.close();
        second.close();
    }
}
