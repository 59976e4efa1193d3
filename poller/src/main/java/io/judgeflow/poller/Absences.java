package io.judgeflow.poller;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Since when instances are away, as this poller sees them. */
final class Absences {

    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    /** It answered, whatever it said. */
    void end(String instance) {
        since.remove(instance);
    }

    /** It did not answer; gives when that began. */
    Instant begin(String instance, Instant now) {
        var before = since.putIfAbsent(instance, now);
        return before == null ? now : before;
    }
}
