package io.judgeflow.scorer.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What was put aside so far. */
final class DeadLetterBox implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, String> reasons = new HashMap<>();

    DeadLetterBox(String bootstrapServers, String prefix) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                prefix + "-letters",
                "auto.offset.reset",
                "earliest");
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.DEAD_LETTERS.name(prefix)));
    }

    Map<String, String> reasonsByKey() {
        consumer.poll(Duration.ofMillis(200))
                .forEach(letter -> reasons.put(
                        letter.key(),
                        new String(letter.headers().lastHeader("dl_reason").value(), UTF_8)));
        return reasons;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
