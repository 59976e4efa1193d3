package io.judgeflow.bench.monkey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * All that will happen, in order. The same seed and length give the same plan.
 *
 * @param injections by their times; the last is over before the load ends
 */
record Plan(long seed, Duration length, List<Injection> injections) {

    private static final int SHORTEST_GAP = 2_000;
    private static final int LONGEST_GAP = 6_000;

    static Plan of(long seed, Duration length) {
        var random = new Random(seed);
        var free = new HashMap<String, Duration>();
        var due = new ArrayList<FaultKind>();
        var injections = new ArrayList<Injection>();
        for (var at = gap(random); at.compareTo(length) < 0; at = at.plus(gap(random))) {
            if (due.isEmpty()) {
                due.addAll(FaultKind.all());
                Collections.shuffle(due, random);
            }
            injection(at, due, random, free)
                    .filter(injection -> injection.end().compareTo(length) <= 0)
                    .ifPresent(injections::add);
        }
        return new Plan(seed, length, List.copyOf(injections));
    }

    /** The first kind that is due and whose victim is up again; none when all of them are down. */
    private static Optional<Injection> injection(
            Duration at, List<FaultKind> due, Random random, Map<String, Duration> free) {
        for (var kinds = due.iterator(); kinds.hasNext(); ) {
            var kind = kinds.next();
            var fault = kind.fault().apply(random);
            if (free.getOrDefault(fault.victim(), Duration.ZERO).compareTo(at) <= 0) {
                kinds.remove();
                var injection = new Injection(at, fault, kind.draw(random));
                free.put(fault.victim(), injection.end().plusMillis(kind.rest()));
                return Optional.of(injection);
            }
        }
        return Optional.empty();
    }

    private static Duration gap(Random random) {
        return Duration.ofMillis(random.nextInt(SHORTEST_GAP, LONGEST_GAP));
    }

    /** For people, and to be compared with that of another run. */
    String text() {
        return injections.stream()
                .map(Injection::toString)
                .collect(Collectors.joining("\n", "seed %d, %s:%n".formatted(seed, length), "\n"));
    }
}
