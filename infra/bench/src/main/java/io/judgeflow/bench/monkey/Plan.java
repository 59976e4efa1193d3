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
 * @param strikes by their times; the last is over before the load ends
 */
record Plan(long seed, Duration length, List<Strike> strikes) {

    private static final int SHORTEST_GAP = 2_000;
    private static final int LONGEST_GAP = 6_000;

    static Plan of(long seed, Duration length) {
        var random = new Random(seed);
        var free = new HashMap<String, Duration>();
        var deck = new ArrayList<Card>();
        var strikes = new ArrayList<Strike>();
        for (var at = gap(random); at.compareTo(length) < 0; at = at.plus(gap(random))) {
            if (deck.isEmpty()) {
                deck.addAll(Card.deck());
                Collections.shuffle(deck, random);
            }
            strike(at, deck, random, free)
                    .filter(strike -> strike.end().compareTo(length) <= 0)
                    .ifPresent(strikes::add);
        }
        return new Plan(seed, length, List.copyOf(strikes));
    }

    /** The first card of the deck whose victim is up again; none when all of them are down. */
    private static Optional<Strike> strike(Duration at, List<Card> deck, Random random, Map<String, Duration> free) {
        for (var cards = deck.iterator(); cards.hasNext(); ) {
            var card = cards.next();
            var blow = card.blow().apply(random);
            if (free.getOrDefault(blow.victim(), Duration.ZERO).compareTo(at) <= 0) {
                cards.remove();
                var strike = new Strike(at, blow, card.draw(random));
                free.put(blow.victim(), strike.end().plusMillis(card.rest()));
                return Optional.of(strike);
            }
        }
        return Optional.empty();
    }

    private static Duration gap(Random random) {
        return Duration.ofMillis(random.nextInt(SHORTEST_GAP, LONGEST_GAP));
    }

    /** For people, and to be compared with that of another run. */
    String text() {
        return strikes.stream()
                .map(Strike::toString)
                .collect(Collectors.joining("\n", "seed %d, %s:%n".formatted(seed, length), "\n"));
    }
}
