package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.event.Due;
import io.judgeflow.contracts.event.JobEvent;
import io.judgeflow.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What the contract says of a record, whoever reads it. */
enum Reading {
    /** It is what belongs there, odd as it may be. */
    READABLE,
    /** It is nothing that belongs there. */
    WRONG;

    /** A record that wants to wait for longer is none of ours. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    static Reading of(Topic<?, ?> topic, ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? null : decoded(topic, record.key());
        var value = value(topic, record.value());
        if (key == null
                || value == null
                || (value instanceof JobEvent event && !event.jobId().equals(key))) {
            return WRONG;
        }
        return value instanceof Due due && !inTime(due.notBefore(), record.timestamp()) ? WRONG : READABLE;
    }

    /** The value, or null when it is none. */
    static @Nullable Object value(Topic<?, ?> topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : topic.value().decode(bytes);
        } catch (Undecodable e) {
            return null;
        }
    }

    private static @Nullable Object decoded(Topic<?, ?> topic, byte[] key) {
        try {
            return topic.key().decode(key);
        } catch (Undecodable e) {
            return null;
        }
    }

    private static boolean inTime(Instant due, long written) {
        return due.isBefore(Instant.ofEpochMilli(written).plus(LONGEST_WAIT.multipliedBy(2)))
                && due.isAfter(Instant.ofEpochMilli(Long.MIN_VALUE));
    }
}
