package io.judgeflow.kafka.listen;

import io.judgeflow.contracts.job.Origin;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A decoded record.
 *
 * @param record as received, for dead letters
 * @param <K> the key
 * @param <V> the value
 */
public record Received<K, V>(K key, V value, ConsumerRecord<byte[], byte[]> record) {

    /** Where it lies in its topic. */
    public Origin origin() {
        return new Origin(record.partition(), record.offset());
    }

    /** When it was written, by the brokers' clock where its topic says so, else by its producer's. */
    public Instant writtenAt() {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
