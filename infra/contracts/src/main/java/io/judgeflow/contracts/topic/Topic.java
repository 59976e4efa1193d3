package io.judgeflow.contracts.topic;

import io.judgeflow.contracts.codec.Codec;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A topic: its name and what lies in it, so that neither can drift from the other.
 *
 * @param base the name without the prefix that the operator chose
 * @param compacted whether only the newest value per key is kept
 * @param keepFor for how long values are kept; null leaves that to the brokers or, where it is compacted, for ever
 * @param writers who writes it
 * @param readers who reads it
 * @param <K> the key
 * @param <V> the value
 */
public record Topic<K, V>(
        String base,
        Codec<K> key,
        Codec<V> value,
        boolean compacted,
        @Nullable Duration keepFor,
        Set<Stage> writers,
        Set<Stage> readers) {

    /** One whose values are kept for as long as the brokers do it. */
    public Topic(String base, Codec<K> key, Codec<V> value, boolean compacted, Set<Stage> writers, Set<Stage> readers) {
        this(base, key, value, compacted, null, writers, readers);
    }

    /** The full name, such as {@code judgeflow.results}. */
    public String name(String prefix) {
        return prefix + "." + base;
    }
}
