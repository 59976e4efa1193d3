package io.judgeflow.poller;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Since when instances are away, as this poller sees them. */
final class Absences {

    /** Nothing was asked of it for so long, though a token waits for seconds only: it may be back unnoticed. */
    private static final Duration UNSEEN = Duration.ofSeconds(30);

    private final Map<String, Absence> byInstance = new ConcurrentHashMap<>();

    /** It answered, whatever it said. */
    void end(String instance) {
        byInstance.remove(instance);
    }

    /** It did not answer; gives when that began. */
    Instant goOn(String instance, Instant now) {
        return byInstance
                .merge(instance, new Absence(now, now), (before, first) -> new Absence(before.since(), now))
                .since();
    }

    /** Whether none of them was there of late. */
    boolean all(Collection<String> instances, Instant now) {
        return instances.stream().allMatch(instance -> {
            var absence = byInstance.get(instance);
            return absence != null && absence.seen().plus(UNSEEN).isAfter(now);
        });
    }

    private record Absence(Instant since, Instant seen) {}
}
