package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.topic.Topic;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * One record that may be wrong in any way.
 *
 * @param number by which it is made again
 * @param partition null to choose by the key
 */
record BadRecord(
        long number,
        Topic<?, ?> topic,
        @Nullable Integer partition,
        @Nullable ByteBuffer key,
        @Nullable ByteBuffer value,
        List<Header> headers) {

    /** The one header that is always right: which input it is. */
    private static final String NUMBER = "fuzz";

    /** As it is written. */
    ProducerRecord<byte[], byte[]> written(String prefix) {
        var record = new ProducerRecord<byte[], byte[]>(topic.name(prefix), partition, bytes(key), bytes(value));
        headers.forEach(record.headers()::add);
        record.headers()
                .add(new RecordHeader(
                        NUMBER, ByteBuffer.allocate(Long.BYTES).putLong(number).array()));
        return record;
    }

    /** Which input it was; empty for what others wrote. */
    static Optional<Long> number(Headers headers) {
        var header = headers.lastHeader(NUMBER);
        return header == null
                ? Optional.empty()
                : Optional.of(ByteBuffer.wrap(header.value()).getLong());
    }

    /** What is in the value; null for none. */
    byte @Nullable [] bytes() {
        return bytes(value);
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        var bytes = new byte[buffer.limit()];
        buffer.get(0, bytes);
        return bytes;
    }
}
