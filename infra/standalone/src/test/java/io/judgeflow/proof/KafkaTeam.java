package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.judgeflow.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** People who use the topics with plain clients of Kafka's own. */
final class KafkaTeam {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> connection;

    KafkaTeam(String bootstrapServers, Map<String, String> client) {
        connection = new HashMap<>(client);
        connection.put("bootstrap.servers", bootstrapServers);
    }

    /** Returns once the broker has it. */
    <K, V> void write(Topic<K, V> topic, K key, V value) {
        try (var producer = new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            name(topic), topic.key().encode(key), topic.value().encode(value)))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    <K, V> Throwable failureOfWriting(Topic<K, V> topic, K key, V value) {
        return catchThrowable(() -> write(topic, key, value));
    }

    /** What is there, from the beginning. */
    <V> Stream<V> read(Topic<?, V> topic, @Nullable String group) {
        var config = new HashMap<>(connection);
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        if (group != null) {
            config.put("group.id", group);
        }
        var values = new ArrayList<V>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (group == null) {
                var partition = new TopicPartition(name(topic), 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.subscribe(List.of(name(topic)));
            }
            consumer.poll(PATIENCE).forEach(record -> values.add(topic.value().decode(record.value())));
        }
        return values.stream();
    }

    Throwable failureOfReading(Topic<?, ?> topic, @Nullable String group) {
        return catchThrowable(() -> read(topic, group).count());
    }

    private static String name(Topic<?, ?> topic) {
        return topic.name(Platform.PREFIX);
    }
}
