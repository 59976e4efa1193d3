package io.judgeflow.bench.monkey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A kind of fault that may be drawn.
 *
 * @param fault at whom is drawn as well
 * @param longest that it lasts, ms; the shortest is a tenth of it
 * @param rest until the same victim may be hit again, ms
 */
record FaultKind(Function<Random, Fault> fault, int longest, int rest) {

    private static final int JUDGES = 2;
    private static final int BROKERS = 3;

    /** One of each kind. */
    static List<FaultKind> all() {
        var all = new ArrayList<FaultKind>();
        for (var service : Service.values()) {
            all.add(new FaultKind(random -> new Fault.Kill(service, one(random, Service.EACH)), 5_000, 10_000));
            all.add(new FaultKind(random -> new Fault.Freeze(service, one(random, Service.EACH)), 12_000, 5_000));
        }
        for (var ailment : Ailment.values()) {
            all.add(new FaultKind(random -> new Fault.JudgeAils(one(random, JUDGES), ailment), 10_000, 2_000));
        }
        all.add(new FaultKind(random -> new Fault.KillBroker(one(random, BROKERS)), 10_000, 15_000));
        all.add(new FaultKind(random -> new Fault.FreezeBroker(one(random, BROKERS)), 10_000, 15_000));
        all.add(new FaultKind(random -> new Fault.KillDatabase(), 8_000, 5_000));
        all.add(new FaultKind(random -> new Fault.JudgeGone(one(random, JUDGES)), 12_000, 2_000));
        all.add(new FaultKind(random -> new Fault.JudgeForgets(one(random, JUDGES)), 0, 2_000));
        return all;
    }

    Duration draw(Random random) {
        return Duration.ofMillis(longest == 0 ? 0 : random.nextInt(longest / 10, longest + 1));
    }

    private static int one(Random random, int of) {
        return 1 + random.nextInt(of);
    }
}
