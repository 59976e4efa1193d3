package io.judgeflow.kafka.publish;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.kafka.header.TraceParent;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** Writes events, with CloudEvents headers in binary mode and the trace of the work that they come from. */
public final class EventPublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final String prefix;
    private final CloudEventHeaders headers;

    /**
     * @param prefix first part of the topics' names
     * @param source who publishes, as {@code ce_source}
     */
    public EventPublisher(KafkaTemplate<byte[], byte[]> kafka, String prefix, String source, Clock clock) {
        this.kafka = kafka;
        this.prefix = prefix;
        this.headers = new CloudEventHeaders(source, clock);
    }

    /**
     * Completes when the brokers have it ({@code acks=all}).
     *
     * @return fails with a {@link org.apache.kafka.common.KafkaException} when they have not taken it in time
     */
    public <K, V> Mono<Void> publish(Topic<K, V> topic, K key, V value) {
        return send(() -> record(topic, null, key, value));
    }

    /**
     * The same into this partition, for what has to meet a record there that somebody else wrote, as other clients may
     * choose partitions in another way. By the key where the topic has no such partition.
     */
    public <K, V> Mono<Void> publish(Topic<K, V> topic, int partition, K key, V value) {
        return send(() -> record(topic, existing(topic, partition), key, value));
    }

    private Mono<Void> send(Supplier<ProducerRecord<byte[], byte[]>> made) {
        return Mono.deferContextual(context -> Acknowledged.by(() -> {
            var record = made.get();
            TraceParent.of(context).ifPresent(trace -> trace.put(record.headers()));
            return kafka.send(record);
        }));
    }

    private @Nullable Integer existing(Topic<?, ?> topic, int partition) {
        var partitions = kafka.partitionsFor(topic.name(prefix)).size();
        return partition >= 0 && partition < partitions ? partition : null;
    }

    private <K, V> ProducerRecord<byte[], byte[]> record(
            Topic<K, V> topic, @Nullable Integer partition, K key, V value) {
        var bytes = topic.value().encode(value);
        var record =
                new ProducerRecord<>(topic.name(prefix), partition, topic.key().encode(key), bytes);
        headers.put(record.headers(), value, bytes);
        return record;
    }
}
