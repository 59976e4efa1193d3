package io.judgeflow.kafka.listen;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.event.Due;
import io.judgeflow.contracts.event.JobEvent;
import io.judgeflow.contracts.topic.Topic;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A topic and what is done with its records.
 *
 * @param <K> the key
 * @param <V> the value
 */
public record Subscription<K, V>(Topic<K, V> topic, Handler<K, V> handler) {

    /** A record that wants to wait longer than this is no record of ours: it would hold up its partition. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Reads the record; what cannot be read is a delivery too, to the dead letters. */
    Delivery open(ConsumerRecord<byte[], byte[]> record, long nowMillis) {
        if (record.key() == null || record.value() == null) {
            return new Delivery.Poison(record, "key or value is missing");
        }
        try {
            var received = new Received<>(
                    topic.key().decode(record.key()), topic.value().decode(record.value()), record);
            if (received.value() instanceof JobEvent event && !event.jobId().equals(received.key())) {
                return new Delivery.Poison(record, "the key is not the jobId");
            }
            var due = received.value() instanceof Due d ? d.notBefore().toEpochMilli() : 0;
            return due - nowMillis > LONGEST_WAIT.toMillis()
                    ? new Delivery.Poison(record, "notBefore is more than " + LONGEST_WAIT + " ahead")
                    : new Delivery.Letter(record, due, () -> handler.handle(received));
        } catch (Undecodable e) {
            return new Delivery.Poison(record, String.valueOf(e.getMessage()));
        } catch (ArithmeticException e) {
            return new Delivery.Poison(record, "notBefore is out of range");
        }
    }
}
