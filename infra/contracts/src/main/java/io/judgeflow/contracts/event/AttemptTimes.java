package io.judgeflow.contracts.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When an attempt at a test was where; each null until then, and where nobody saw it.
 *
 * @param attempt from 1
 * @param instance who has it, or had it
 * @param takenAt when the instance took it
 * @param startedAt when it was first seen running
 * @param judgedAt when its verdict was seen
 * @param queueTime in the instance's queue, and compiling, in seconds by the instance's clock
 * @param wallTime running, in seconds by the instance's clock
 */
public record AttemptTimes(
        int attempt,
        String instance,
        @Nullable Instant takenAt,
        @Nullable Instant startedAt,
        @Nullable Instant judgedAt,
        @Nullable Double queueTime,
        @Nullable Double wallTime) {

    /** Attempts of one test that are kept, the latest. */
    static final int MOST = 10;

    public AttemptTimes {
        Objects.requireNonNull(instance, "instance is missing");
    }

    private static AttemptTimes of(int attempt, String instance) {
        return new AttemptTimes(attempt, instance, null, null, null, null, null);
    }

    AttemptTimes taken(Instant at) {
        return new AttemptTimes(attempt, instance, at, startedAt, judgedAt, queueTime, wallTime);
    }

    AttemptTimes started(@Nullable Instant at) {
        return new AttemptTimes(attempt, instance, takenAt, at, judgedAt, queueTime, wallTime);
    }

    AttemptTimes judged(Instant at, @Nullable RunTimes times) {
        return times == null
                ? new AttemptTimes(attempt, instance, takenAt, startedAt, at, null, null)
                : new AttemptTimes(
                        attempt,
                        instance,
                        takenAt == null ? times.takenAt() : takenAt,
                        startedAt,
                        at,
                        times.queueTime(),
                        times.wallTime());
    }

    /** The same attempts after this change of one, which may be a new one. */
    static List<AttemptTimes> in(
            List<AttemptTimes> attempts, int attempt, String instance, UnaryOperator<AttemptTimes> change) {
        var changed = new ArrayList<>(attempts);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).attempt == attempt) {
                changed.set(i, change.apply(changed.get(i)));
                return changed;
            }
        }
        changed.add(change.apply(of(attempt, instance)));
        return changed.size() > MOST ? changed.subList(1, changed.size()) : changed;
    }
}
