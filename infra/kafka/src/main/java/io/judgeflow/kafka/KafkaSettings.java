package io.judgeflow.kafka;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the brokers are and how topics are made.
 *
 * @param bootstrapServers host:port, comma separated
 * @param prefix first part of every topic's and group's name
 * @param topics who cares for the topics
 * @param partitions of every topic that is created; existing topics are left as they are. Each costs a share of every
 *     fetch and transaction, so no more than there are processes to share the work
 * @param replicationFactor of every topic that is created; 3 in production
 * @param client further settings of every Kafka client, such as {@code security.protocol}; some are secrets
 */
@ConfigurationProperties("judgeflow.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("judgeflow") String prefix,
        @DefaultValue("create") TopicCare topics,
        @DefaultValue("3") int partitions,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> client) {

    public KafkaSettings {
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException("partitions and replication factor are at least 1");
        }
        client = Map.copyOf(client);
    }

    /** What every client needs to reach the brokers. */
    public Map<String, Object> connection() {
        var connection = new HashMap<String, Object>(client);
        connection.put("bootstrap.servers", bootstrapServers);
        return connection;
    }

    /** Without what the clients are told, which holds passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=%s, prefix=%s, topics=%s, partitions=%d, replicationFactor=%d, client=%s]"
                .formatted(bootstrapServers, prefix, topics, partitions, replicationFactor, client.keySet());
    }
}
