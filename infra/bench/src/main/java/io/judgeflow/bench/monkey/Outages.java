package io.judgeflow.bench.monkey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * When there was nobody to do some part of the work: both processes of a service were down at once. No job can end then, and
 * nobody promises it.
 *
 * @param spells one after another
 */
record Outages(List<Spell> spells) {

    /** From one instant to another. */
    record Spell(Instant from, Instant to) {

        /** Both at once; may end before it begins, and then there is no such time. */
        private Spell and(Spell other) {
            return new Spell(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        }

        private boolean lasts() {
            return from.isBefore(to);
        }

        private Duration time() {
            return lasts() ? Duration.between(from, to) : Duration.ZERO;
        }
    }

    static Outages of(List<Injected> injected) {
        var all = Stream.of(Service.values())
                .flatMap(service -> down(injected, service, 1)
                        .flatMap(one -> down(injected, service, 2).map(one::and)))
                .filter(Spell::lasts)
                .sorted(Comparator.comparing(Spell::from))
                .toList();
        var spells = new ArrayList<Spell>();
        for (var spell : all) {
            var last = spells.isEmpty() ? null : spells.getLast();
            if (last == null || last.to().isBefore(spell.from())) {
                spells.add(spell);
            } else if (last.to().isBefore(spell.to())) {
                spells.set(spells.size() - 1, new Spell(last.from(), spell.to()));
            }
        }
        return new Outages(List.copyOf(spells));
    }

    private static Stream<Spell> down(List<Injected> injected, Service service, int number) {
        return injected.stream()
                .filter(one -> one.injection().fault().downs(service, number))
                .map(one -> new Spell(one.at(), one.recovered()));
    }

    /** How much of this time they were. */
    Duration within(Instant from, Instant to) {
        return spells.stream().map(new Spell(from, to)::and).map(Spell::time).reduce(Duration.ZERO, Duration::plus);
    }
}
