package io.judgeflow.kafka.listen;

import java.util.ArrayDeque;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One assigned partition: records fetched but not started, and the marks of those under way. The head waits until it is
 * due and the window has room; while more than a few wait the partition is paused, so little more than the records of one
 * poll ever do. Polling thread only.
 */
final class Lane {

    /** So many are started while more are fetched. */
    private static final int FEW = 50;

    private final Subscription<?, ?> subscription;
    private final ArrayDeque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final OffsetTracker tracker = new OffsetTracker();
    private @Nullable Delivery head;

    Lane(Subscription<?, ?> subscription) {
        this.subscription = subscription;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        waiting.add(record);
    }

    /**
     * Starts all that is due, as far as the window goes.
     *
     * @return when the new head is due, in ms since the epoch; {@link Long#MAX_VALUE} when nothing waits for a time
     */
    long startDue(long nowMillis, Window window, BiConsumer<Delivery, OffsetTracker.Slot> start) {
        while (head != null || !waiting.isEmpty()) {
            var next = head != null ? head : subscription.open(waiting.remove(), nowMillis);
            head = next;
            if (next.due() > nowMillis) {
                return next.due();
            }
            if (!window.take(next.bytes())) {
                return Long.MAX_VALUE;
            }
            head = null;
            start.accept(next, tracker.start(next.record().offset()));
        }
        return Long.MAX_VALUE;
    }

    /** Before it is empty: a fetch may have to wait for one that is under way for other partitions. */
    boolean wantsMore() {
        return waiting.size() < FEW;
    }

    OffsetTracker tracker() {
        return tracker;
    }
}
