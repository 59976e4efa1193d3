package io.judgeflow.contracts.topic;

import io.judgeflow.contracts.codec.Codec;
import java.util.Set;

/**
 * A topic: its name and what lies in it, so that neither can drift from the other.
 *
 * @param base the name without the prefix that the operator chose
 * @param compacted whether only the newest value per key is kept
 * @param writers who writes it
 * @param readers who reads it
 * @param <K> the key
 * @param <V> the value
 */
public record Topic<K, V>(
        String base, Codec<K> key, Codec<V> value, boolean compacted, Set<Stage> writers, Set<Stage> readers) {

    /** The full name, such as {@code judgeflow.results}. */
    public String name(String prefix) {
        return prefix + "." + base;
    }
}
