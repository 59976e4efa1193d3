package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the whole results topic to guarantees. */
public final class Witness {

    private static final Codec<JobResult> CODEC = Topics.RESULTS.value();

    private final String bootstrapServers;
    private final String prefix;

    /** @param prefix first part of the topics' names */
    public Witness(String bootstrapServers, String prefix) {
        this.bootstrapServers = bootstrapServers;
        this.prefix = prefix;
    }

    /** Tells everything from the topic's beginning until there is enough, or for as long as this. */
    public void tell(List<Guarantee> guarantees, BooleanSupplier enough, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var topic = Topics.RESULTS.name(prefix);
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!enough.getAsBoolean() && System.nanoTime() < end) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var result = CODEC.decode(record.value());
                    guarantees.forEach(guarantee -> guarantee.told(result));
                }
            }
        }
    }
}
