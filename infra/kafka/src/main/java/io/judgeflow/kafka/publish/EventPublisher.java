package io.judgeflow.kafka.publish;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.kafka.header.TraceHeader;
import io.judgeflow.telemetry.trace.Hop;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** Writes events, with CloudEvents headers in binary mode and the trace of the work that they come from. */
public final class EventPublisher {

    /** Name of the one that gathers records before it sends them: for those that nobody waits for. */
    public static final String GATHERING = "gatheringPublisher";

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final String prefix;
    private final CloudEventHeaders headers;
    private final Tracing tracing;

    /**
     * @param prefix first part of the topics' names
     * @param source who publishes, as {@code ce_source}
     */
    public EventPublisher(
            KafkaTemplate<byte[], byte[]> kafka, String prefix, String source, Clock clock, Tracing tracing) {
        this(kafka, prefix, new CloudEventHeaders(source, clock), tracing);
    }

    private EventPublisher(
            KafkaTemplate<byte[], byte[]> kafka, String prefix, CloudEventHeaders headers, Tracing tracing) {
        this.kafka = kafka;
        this.prefix = prefix;
        this.headers = headers;
        this.tracing = tracing;
    }

    /** One that writes the same by another producer. */
    public EventPublisher through(KafkaTemplate<byte[], byte[]> producer) {
        return new EventPublisher(producer, prefix, headers, tracing);
    }

    /**
     * Completes when the brokers have it ({@code acks=all}).
     *
     * @return fails with a {@link org.apache.kafka.common.KafkaException} when they have not taken it in time
     */
    public <K, V> Mono<Void> publish(Topic<K, V> topic, K key, V value) {
        return send(topic, () -> record(topic, null, key, value));
    }

    /**
     * The same into this partition, for what has to meet a record there that somebody else wrote, as other clients may
     * choose partitions in another way. By the key where the topic has no such partition.
     */
    public <K, V> Mono<Void> publish(Topic<K, V> topic, int partition, K key, V value) {
        return send(topic, () -> record(topic, existing(topic, partition), key, value));
    }

    private Mono<Void> send(Topic<?, ?> topic, Supplier<ProducerRecord<byte[], byte[]>> made) {
        var sent = Mono.deferContextual(context -> Acknowledged.by(() -> {
            var record = made.get();
            TraceParent.of(context).ifPresent(trace -> TraceHeader.put(record.headers(), trace));
            return kafka.send(record);
        }));
        return tracing.follow(() -> hop(topic.name(prefix)), sent);
    }

    private static Hop hop(String topic) {
        return new Hop(
                Hop.Kind.PRODUCER,
                "send " + topic,
                Map.of("messaging.system", "kafka", "messaging.destination.name", topic));
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
