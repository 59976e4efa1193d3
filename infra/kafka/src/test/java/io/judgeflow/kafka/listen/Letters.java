package io.judgeflow.kafka.listen;

import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The dead letters as an operator reads them. */
record Letters(String bootstrapServers, String prefix) {

    /** As many as this, or those that came within the time. */
    List<ConsumerRecord<byte[], byte[]>> read(int many, Duration patience) {
        var letters = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var end = System.nanoTime() + patience.toNanos();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var topic = Topics.DEAD_LETTERS.name(prefix);
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (letters.size() < many && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            }
        }
        return letters;
    }
}
