package io.judgeflow.contracts.topic;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Rising delays, one topic each. All records of a rung wait equally long, so due times rise along each partition and
 * waiting at its head holds nothing up.
 *
 * @param delays rising, at least one
 */
public record Ladder(List<Duration> delays) {

    public Ladder {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.getFirst().isNegative()) {
            throw new IllegalArgumentException("a ladder needs at least one delay");
        }
        for (int i = 1; i < delays.size(); i++) {
            if (delays.get(i).compareTo(delays.get(i - 1)) <= 0) {
                throw new IllegalArgumentException("the delays of a ladder rise");
            }
        }
    }

    /** The delay after this many waits, from 0; the last one for ever after. */
    public Duration rung(int waits) {
        return delays.get(Math.min(Math.max(waits, 0), delays.size() - 1));
    }

    /** The longest delay that is no longer than this, or the shortest there is. */
    public Duration atMost(Duration wanted) {
        return delays.reversed().stream()
                .filter(delay -> delay.compareTo(wanted) <= 0)
                .findFirst()
                .orElse(delays.getFirst());
    }

    /** The shortest delay that is no shorter than this, or the longest there is. */
    public Duration atLeast(Duration wanted) {
        return delays.stream()
                .filter(delay -> delay.compareTo(wanted) >= 0)
                .findFirst()
                .orElse(delays.getLast());
    }

    /** A delay as part of a topic's name: {@code 250ms}, {@code 2s}. */
    static String text(Duration delay) {
        var millis = delay.toMillis();
        return millis % 1000 == 0
                ? String.format(Locale.ROOT, "%ds", millis / 1000)
                : String.format(Locale.ROOT, "%dms", millis);
    }
}
