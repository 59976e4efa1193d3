package io.judgeflow.bench.fanout;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What listeners have heard, each of the one job it listens to. */
final class Heard {

    private static final long BEGINNING = 1;

    private final long end;
    private final AtomicLongArray ends;
    private final AtomicInteger listening = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /** @param end the version that is the last one */
    Heard(int listeners, long end) {
        this.end = end;
        this.ends = new AtomicLongArray(listeners);
    }

    /** A listener hears of a version. */
    void event(int listener, long version) {
        events.incrementAndGet();
        if (version == BEGINNING) {
            listening.incrementAndGet();
        } else if (version == end && ends.compareAndSet(listener, 0, System.nanoTime())) {
            ended.incrementAndGet();
        }
    }

    /** So many bytes came. */
    void read(int count) {
        bytes.addAndGet(count);
    }

    int listeners() {
        return ends.length();
    }

    /** Those who know the beginning. */
    int listening() {
        return listening.get();
    }

    /** Those who know the end. */
    int ended() {
        return ended.get();
    }

    long events() {
        return events.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** When each heard the end, by {@link System#nanoTime}; those who have not are no earlier than this moment. */
    long[] ends() {
        var now = System.nanoTime();
        var times = new long[ends.length()];
        for (var i = 0; i < times.length; i++) {
            times[i] = ends.get(i) == 0 ? now : ends.get(i);
        }
        return times;
    }
}
