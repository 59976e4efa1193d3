package io.judgeflow.kafka.lookup;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.job.Origin;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A value and where it lies.
 *
 * @param <V> the value
 */
public record Placed<V>(Origin origin, V value) {

    /** Empty for what cannot be read: it is put aside by whom it was meant for. */
    static <V> Optional<Placed<V>> of(ConsumerRecord<byte[], byte[]> record, Codec<V> codec) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            var origin = new Origin(record.partition(), record.offset());
            return Optional.of(new Placed<>(origin, codec.decode(record.value())));
        } catch (Undecodable e) {
            return Optional.empty();
        }
    }
}
