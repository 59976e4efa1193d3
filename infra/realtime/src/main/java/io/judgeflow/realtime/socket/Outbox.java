package io.judgeflow.realtime.socket;

import io.judgeflow.realtime.wire.Frame;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What waits to be sent on one socket; bounded by what it holds in memory. Who is too slow for it is cut off. */
final class Outbox {

    private final Sinks.Many<Frame> waiting =
            Sinks.many().unicast().onBackpressureBuffer(new ConcurrentLinkedQueue<>());
    private final long capacity;
    private long size;

    /**
     * Is empty at first.
     *
     * @param capacity in bytes; a single frame may be larger
     */
    Outbox(long capacity) {
        this.capacity = capacity;
    }

    /** Adds a frame; where there is no room for it, everything ends with {@link Overflow}. */
    synchronized void add(Frame frame) {
        if (size > 0 && size + frame.size() > capacity) {
            waiting.tryEmitError(new Overflow());
        } else if (waiting.tryEmitNext(frame).isSuccess()) {
            size += frame.size();
        }
    }

    /** In their order, once. */
    Flux<Frame> frames() {
        return waiting.asFlux().doOnNext(this::taken);
    }

    private synchronized void taken(Frame frame) {
        size -= frame.size();
    }

    /** The client reads more slowly than it is told things. */
    static final class Overflow extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Overflow() {
            super("the client is too slow", null, false, false);
        }
    }
}
