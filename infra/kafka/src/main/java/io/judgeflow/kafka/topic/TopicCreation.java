package io.judgeflow.kafka.topic;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics as they are made where the brokers do not have them yet. */
public final class TopicCreation {

    /** Room for a job with all its outputs: code, several tests, text escaped as JSON. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private TopicCreation() {}

    /** Every topic of the product. */
    public static KafkaAdmin.NewTopics all(KafkaSettings settings) {
        return new KafkaAdmin.NewTopics(
                Topics.all().stream().map(topic -> topic(topic, settings)).toArray(NewTopic[]::new));
    }

    private static NewTopic topic(Topic<?, ?> topic, KafkaSettings settings) {
        return new NewTopic(topic.name(settings.prefix()), settings.partitions(), settings.replicationFactor())
                .configs(configs(topic, settings));
    }

    private static Map<String, String> configs(Topic<?, ?> topic, KafkaSettings settings) {
        var configs = new HashMap<String, String>();
        configs.put("max.message.bytes", String.valueOf(LARGEST_RECORD));
        if (settings.replicationFactor() >= 3) {
            // acks=all means little while one broker alone may say yes
            configs.put("min.insync.replicas", "2");
        }
        if (topic.equals(Topics.SUBMISSIONS)) {
            // A job's age counts from here, whatever the clock of whoever submits it says.
            configs.put("message.timestamp.type", "LogAppendTime");
        }
        if (topic.compacted()) {
            configs.put("cleanup.policy", topic.keepFor() == null ? "compact" : "compact,delete");
        }
        if (topic.keepFor() != null) {
            configs.put("retention.ms", String.valueOf(topic.keepFor().toMillis()));
        }
        return configs;
    }
}
