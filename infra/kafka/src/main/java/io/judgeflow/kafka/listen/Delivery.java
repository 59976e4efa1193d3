package io.judgeflow.kafka.listen;

import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/** What a record turned out to be. */
sealed interface Delivery {

    ConsumerRecord<byte[], byte[]> record();

    /** What it weighs in the window. */
    default long bytes() {
        return Math.max(0, record().serializedKeySize()) + (long) Math.max(0, record().serializedValueSize());
    }

    /** Milliseconds since the epoch before which nothing is done; 0 for at once. */
    long due();

    /** A value, and the work to do with it. */
    record Letter(ConsumerRecord<byte[], byte[]> record, long due, Supplier<Mono<Void>> work) implements Delivery {}

    /** Bytes that are not what the topic holds. */
    record Poison(ConsumerRecord<byte[], byte[]> record, String reason) implements Delivery {
        @Override
        public long due() {
            return 0;
        }
    }
}
