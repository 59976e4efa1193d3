package io.judgeflow.testkit.judge0;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The faults in force; the one added first comes first. */
final class Faults {

    private final List<Active> active = new CopyOnWriteArrayList<>();

    void add(Fault fault) {
        active.add(new Active(fault, new AtomicInteger(fault.times())));
    }

    void clear() {
        active.clear();
    }

    /** The effect on this request, used up by it; null for none. */
    Fault.@Nullable Effect next(Call call) {
        for (var one : active) {
            if (one.fault.calls().contains(call) && drawn(one.fault)) {
                var left = one.left.getAndUpdate(n -> n == Fault.ALWAYS || n == 0 ? n : n - 1);
                if (left > 0) {
                    return one.fault.effect();
                }
            }
        }
        return null;
    }

    private static boolean drawn(Fault fault) {
        return fault.share() >= 1 || ThreadLocalRandom.current().nextDouble() < fault.share();
    }

    private record Active(Fault fault, AtomicInteger left) {}
}
