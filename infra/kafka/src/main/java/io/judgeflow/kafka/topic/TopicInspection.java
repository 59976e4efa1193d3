package io.judgeflow.kafka.topic;

import static java.util.stream.Collectors.toMap;

import io.judgeflow.kafka.KafkaSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Looks at the topics on the brokers; nothing is made or altered. */
public final class TopicInspection {

    private final Admin admin;

    private TopicInspection(Admin admin) {
        this.admin = admin;
    }

    /**
     * Compares every topic of the product with how it would be made.
     *
     * @throws ExecutionException when the brokers cannot be asked
     */
    public static TopicReport of(Admin admin, KafkaSettings settings) throws ExecutionException, InterruptedException {
        var wanted = WantedTopic.all(settings);
        var found = new TopicInspection(admin)
                .found(wanted.stream().map(WantedTopic::name).toList());
        return new TopicReport(TopicComparison.of(wanted, found), KafkaTools.of(settings));
    }

    private Map<String, FoundTopic> found(Collection<String> names) throws ExecutionException, InterruptedException {
        var found = new HashMap<String, FoundTopic>();
        var described = new HashMap<String, TopicDescription>();
        for (var topic : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                described.put(topic.getKey(), topic.getValue().get());
            } catch (ExecutionException e) {
                found.put(topic.getKey(), instead(e));
            }
        }
        var configs = configs(described.keySet());
        described.forEach((name, topic) -> found.put(name, present(topic, configs.get(name))));
        return found;
    }

    private static FoundTopic instead(ExecutionException e) throws ExecutionException {
        if (e.getCause() instanceof UnknownTopicOrPartitionException) {
            return new FoundTopic.Missing();
        }
        if (e.getCause() instanceof TopicAuthorizationException) {
            return new FoundTopic.Hidden();
        }
        throw e;
    }

    private static FoundTopic present(TopicDescription topic, @Nullable Map<String, String> configs) {
        var replicas = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min();
        return new FoundTopic.Present(topic.partitions().size(), replicas.orElse(0), configs);
    }

    /** By name, as far as they may be seen. */
    private Map<String, Map<String, String>> configs(Collection<String> names)
            throws ExecutionException, InterruptedException {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var configs = new HashMap<String, Map<String, String>>();
        for (var topic : admin.describeConfigs(resources).values().entrySet()) {
            try {
                configs.put(topic.getKey().name(), values(topic.getValue().get()));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicAuthorizationException)) {
                    throw e;
                }
            }
        }
        return configs;
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
