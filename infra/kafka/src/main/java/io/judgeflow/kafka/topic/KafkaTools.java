package io.judgeflow.kafka.topic;

import io.judgeflow.kafka.KafkaSettings;
import java.util.stream.Collectors;

/**
 * The command lines of Kafka's own tools that mend a topic.
 *
 * @param connection the options by which they find the brokers
 */
record KafkaTools(String connection) {

    /** With a file of the operator's own where the brokers want to know who asks. */
    static KafkaTools of(KafkaSettings settings) {
        var brokers = "--bootstrap-server " + settings.bootstrapServers();
        var secured = settings.client().containsKey("security.protocol");
        return new KafkaTools(secured ? brokers + " --command-config admin.properties" : brokers);
    }

    String line(String topic, Remedy remedy) {
        return switch (remedy) {
            case Remedy.Create create -> create(create.topic());
            case Remedy.Spread spread ->
                tool("topics", "--alter --topic %s --partitions %d".formatted(topic, spread.partitions()));
            case Remedy.Configure configure ->
                configs(topic, "--add-config %s=%s".formatted(configure.key(), list(configure.value())));
            case Remedy.Unset unset -> configs(topic, "--delete-config " + unset.key());
            case Remedy.Replicate replicate ->
                tool(
                        "reassign-partitions",
                        "--execute --reassignment-json-file plan.json   # %d replicas of each partition of %s"
                                .formatted(replicate.replicationFactor(), topic));
            case Remedy.Allow allow ->
                tool(
                        "acls",
                        "--add --allow-principal User:<the service's> --operation Describe --operation DescribeConfigs"
                                + " --topic " + topic);
        };
    }

    private String create(WantedTopic topic) {
        var configs = topic.configs().entrySet().stream()
                .map(config -> " --config " + config.getKey() + "=" + config.getValue())
                .collect(Collectors.joining());
        return tool(
                "topics",
                "--create --topic %s --partitions %d --replication-factor %d%s"
                        .formatted(topic.name(), topic.partitions(), topic.replicationFactor(), configs));
    }

    private String configs(String topic, String change) {
        return tool("configs", "--alter --entity-type topics --entity-name %s %s".formatted(topic, change));
    }

    /** This tool takes a comma for the end of a setting. */
    private static String list(String value) {
        return value.contains(",") ? "[" + value + "]" : value;
    }

    private String tool(String name, String options) {
        return "kafka-%s.sh %s %s".formatted(name, connection, options);
    }
}
