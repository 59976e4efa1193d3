package io.judgeflow.kafka.listen;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/**
 * The commit mark of one partition whose records end out of order: all before it have ended. Offsets are started in
 * rising order by the polling thread; any thread may end them.
 */
final class OffsetTracker {

    private static final long NOTHING = -1;

    private final ArrayDeque<Slot> slots = new ArrayDeque<>();
    private long mark = NOTHING;
    private long taken = NOTHING;

    /** A record has started. */
    Slot start(long offset) {
        var slot = new Slot(offset);
        slots.add(slot);
        return slot;
    }

    /** The offset to commit, once: the first that has not ended; -1 when it has not moved. Polling thread only. */
    long takeMark() {
        advance();
        if (mark == taken) {
            return NOTHING;
        }
        taken = mark;
        return mark;
    }

    /** True when every started record has ended. Polling thread only. */
    boolean idle() {
        advance();
        return slots.isEmpty();
    }

    /** Completes when every record that has started by now has ended. Polling thread only. */
    CompletableFuture<Void> allEnded() {
        return CompletableFuture.allOf(slots.stream().map(slot -> slot.ended).toArray(CompletableFuture<?>[]::new));
    }

    private void advance() {
        while (!slots.isEmpty() && slots.element().ended.isDone()) {
            mark = slots.remove().offset + 1;
        }
    }

    /** One record under way. */
    static final class Slot {
        private final long offset;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        private Slot(long offset) {
            this.offset = offset;
        }

        void end() {
            ended.complete(null);
        }
    }
}
