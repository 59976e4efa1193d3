package io.judgeflow.bench.monkey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A kind of blow that may be drawn.
 *
 * @param blow at whom is drawn as well
 * @param longest that it lasts, ms; the shortest is a tenth of it
 * @param rest until the same victim may be hit again, ms
 */
record Card(Function<Random, Blow> blow, int longest, int rest) {

    private static final int JUDGES = 2;
    private static final int BROKERS = 3;

    /** One of each kind. */
    static List<Card> deck() {
        var deck = new ArrayList<Card>();
        for (var service : Service.values()) {
            deck.add(new Card(random -> new Blow.Kill(service, one(random, Service.EACH)), 5_000, 10_000));
            deck.add(new Card(random -> new Blow.Freeze(service, one(random, Service.EACH)), 12_000, 5_000));
        }
        for (var ailment : Ailment.values()) {
            deck.add(new Card(random -> new Blow.JudgeAils(one(random, JUDGES), ailment), 10_000, 2_000));
        }
        deck.add(new Card(random -> new Blow.KillBroker(one(random, BROKERS)), 10_000, 15_000));
        deck.add(new Card(random -> new Blow.FreezeBroker(one(random, BROKERS)), 10_000, 15_000));
        deck.add(new Card(random -> new Blow.KillDatabase(), 8_000, 5_000));
        deck.add(new Card(random -> new Blow.JudgeGone(one(random, JUDGES)), 12_000, 2_000));
        deck.add(new Card(random -> new Blow.JudgeForgets(one(random, JUDGES)), 0, 2_000));
        return deck;
    }

    Duration draw(Random random) {
        return Duration.ofMillis(longest == 0 ? 0 : random.nextInt(longest / 10, longest + 1));
    }

    private static int one(Random random, int of) {
        return 1 + random.nextInt(of);
    }
}
