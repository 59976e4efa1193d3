package io.judgeflow.kafka.tail;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.header.TraceHeader;
import io.judgeflow.telemetry.trace.TraceParent;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of which only the key has been read, for whoever may know by it that there is nothing new in the value.
 *
 * @param <K> the key
 * @param <V> the value
 */
public final class Unread<K, V> {

    private final Topic<K, V> topic;
    private final ConsumerRecord<byte[], byte[]> record;
    private final K key;

    Unread(Topic<K, V> topic, ConsumerRecord<byte[], byte[]> record) {
        this.topic = topic;
        this.record = record;
        this.key = topic.key().decode(record.key());
    }

    /** Its key. */
    public K key() {
        return key;
    }

    /** Where it lies. */
    public Origin origin() {
        return new Origin(record.partition(), record.offset());
    }

    /** The trace that it belongs to; empty for none. */
    public Optional<TraceParent> trace() {
        return TraceHeader.of(record.headers());
    }

    /**
     * Reads the value.
     *
     * @throws Undecodable when it is none of the topic's
     */
    public V read() {
        return topic.value().decode(record.value());
    }
}
