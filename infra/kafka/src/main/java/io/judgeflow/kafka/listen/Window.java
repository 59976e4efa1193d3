package io.judgeflow.kafka.listen;

import java.util.concurrent.atomic.AtomicInteger;

/** How many records may be under way at once. Taking a place never waits; giving one back calls who asked in vain. */
final class Window {

    private final int size;
    private final Runnable onRoom;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean wanted;

    Window(int size, Runnable onRoom) {
        this.size = size;
        this.onRoom = onRoom;
    }

    /** Takes a place if there is one. Polling thread only. */
    boolean take() {
        if (taken.get() >= size) {
            wanted = true;
            if (taken.get() >= size) {
                return false;
            }
            wanted = false;
        }
        taken.incrementAndGet();
        return true;
    }

    /** Gives a place back; any thread. */
    void give() {
        taken.decrementAndGet();
        if (wanted) {
            wanted = false;
            onRoom.run();
        }
    }

    int taken() {
        return taken.get();
    }
}
