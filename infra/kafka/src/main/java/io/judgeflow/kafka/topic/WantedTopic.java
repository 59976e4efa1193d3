package io.judgeflow.kafka.topic;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it is made where the brokers do not have it, and as what they have is held against.
 *
 * @param name with the prefix
 * @param configs what is set on the topic; everything else is left to the brokers
 */
record WantedTopic(
        Topic<?, ?> topic, String name, int partitions, short replicationFactor, Map<String, String> configs) {

    /** Room for a job with all its outputs: code, several tests, text escaped as JSON. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    /** Every topic of the product. */
    static List<WantedTopic> all(KafkaSettings settings) {
        return Topics.all().stream().map(topic -> of(topic, settings)).toList();
    }

    private static WantedTopic of(Topic<?, ?> topic, KafkaSettings settings) {
        return new WantedTopic(
                topic,
                topic.name(settings.prefix()),
                settings.partitions(),
                settings.replicationFactor(),
                configs(topic, settings.replicationFactor()));
    }

    private static Map<String, String> configs(Topic<?, ?> topic, short replicationFactor) {
        var configs = new TreeMap<String, String>();
        configs.put("max.message.bytes", String.valueOf(LARGEST_RECORD));
        if (replicationFactor >= 3) {
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

    /** The same with so many partitions. */
    WantedTopic across(int partitions) {
        return new WantedTopic(topic, name, partitions, replicationFactor, configs);
    }

    NewTopic toBeMade() {
        return new NewTopic(name, partitions, replicationFactor).configs(configs);
    }
}
