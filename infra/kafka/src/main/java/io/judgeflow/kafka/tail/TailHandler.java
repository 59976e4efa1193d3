package io.judgeflow.kafka.tail;

/**
 * Takes the values of a topic, one after the other, on the tail's own thread.
 *
 * @param <V> the value
 */
@FunctionalInterface
public interface TailHandler<V> {

    /** Takes one value. Must not block for long: the tail waits. */
    void take(V value);
}
