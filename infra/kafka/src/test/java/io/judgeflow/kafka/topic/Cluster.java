package io.judgeflow.kafka.topic;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.TopicCare;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Topics as three brokers would have them, exactly as wanted but for what a test changes. */
final class Cluster {

    static final KafkaSettings SETTINGS =
            new KafkaSettings("broker:9092", "judgeflow", TopicCare.CHECK, 6, (short) 3, Map.of());

    private final Map<String, FoundTopic> found = new HashMap<>();

    Cluster() {
        WantedTopic.all(SETTINGS)
                .forEach(topic -> found.put(topic.name(), new FoundTopic.Present(6, 3, inForce(topic.configs()))));
    }

    /** Kafka's own defaults lie beneath what is set. */
    private static Map<String, String> inForce(Map<String, String> set) {
        var configs = new HashMap<>(Map.of(
                "cleanup.policy", "delete",
                "max.message.bytes", "1048588",
                "message.timestamp.type", "CreateTime",
                "min.insync.replicas", "1",
                "retention.bytes", "-1",
                "retention.ms", "604800000"));
        configs.putAll(set);
        return configs;
    }

    Cluster without(Topic<?, ?> topic) {
        found.remove(name(topic));
        return this;
    }

    Cluster hiding(Topic<?, ?> topic) {
        found.put(name(topic), new FoundTopic.Hidden());
        return this;
    }

    Cluster hidingSettingsOf(Topic<?, ?> topic) {
        return with(topic, present -> new FoundTopic.Present(present.partitions(), present.replicationFactor(), null));
    }

    Cluster with(Topic<?, ?> topic, String key, @Nullable String value) {
        return with(topic, present -> {
            var configs = new HashMap<>(present.configs());
            configs.remove(key);
            if (value != null) {
                configs.put(key, value);
            }
            return new FoundTopic.Present(present.partitions(), present.replicationFactor(), configs);
        });
    }

    Cluster across(Topic<?, ?> topic, int partitions) {
        return with(
                topic, present -> new FoundTopic.Present(partitions, present.replicationFactor(), present.configs()));
    }

    Cluster on(Topic<?, ?> topic, int brokers) {
        return with(topic, present -> new FoundTopic.Present(present.partitions(), brokers, present.configs()));
    }

    private Cluster with(Topic<?, ?> topic, UnaryOperator<FoundTopic.Present> change) {
        found.computeIfPresent(name(topic), (name, present) -> change.apply((FoundTopic.Present) present));
        return this;
    }

    List<Difference> differences() {
        return TopicComparison.of(WantedTopic.all(SETTINGS), found);
    }

    TopicReport report() {
        return new TopicReport(differences(), KafkaTools.of(SETTINGS));
    }

    static String name(Topic<?, ?> topic) {
        return topic.name(SETTINGS.prefix());
    }
}
