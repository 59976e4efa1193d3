package io.judgeflow.kafka.listen;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many records, and how many bytes of them, may be under way at once. Taking a place never waits; giving one back
 * calls who asked in vain.
 */
final class Window {

    private final int size;
    private final long bytes;
    private final Runnable onRoom;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicLong weight = new AtomicLong();
    private volatile boolean wanted;

    Window(int size, long bytes, Runnable onRoom) {
        this.size = size;
        this.bytes = bytes;
        this.onRoom = onRoom;
    }

    /** Takes a place for a record of so many bytes if there is one. Polling thread only. */
    boolean take(long bytes) {
        if (isFull(bytes)) {
            wanted = true;
            if (isFull(bytes)) {
                return false;
            }
            wanted = false;
        }
        taken.incrementAndGet();
        weight.addAndGet(bytes);
        return true;
    }

    /** Gives the place of a record of so many bytes back; any thread. */
    void give(long bytes) {
        weight.addAndGet(-bytes);
        taken.decrementAndGet();
        if (wanted) {
            wanted = false;
            onRoom.run();
        }
    }

    /** True after somebody asked in vain, until there is room. */
    boolean wanted() {
        return wanted;
    }

    int taken() {
        return taken.get();
    }

    /** However large a record is, alone it fits. */
    private boolean isFull(long more) {
        return taken.get() >= size || (taken.get() > 0 && weight.get() > bytes - more);
    }
}
