package io.judgeflow.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.description.AsyncApi;
import io.judgeflow.kafka.KafkaContext;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The topics on a broker are set as the AsyncAPI document says. */
class TopicsAsDescribedIT {

    @Test
    void everyTopicIsSetAsDescribedAndInNoOtherWay(@TempDir Path directory) throws Exception {
        try (var broker = TestKafka.start(directory);
                var context = KafkaContext.with(
                        Map.of("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers()), Clock.systemUTC());
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(context.isActive()).isTrue();
            var topics = described().keySet().stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            assertThat(admin.listTopics().names().get()).containsAll(described().keySet());
            var made = new HashMap<String, Map<String, String>>();
            admin.describeConfigs(topics)
                    .all()
                    .get()
                    .forEach((topic, config) -> made.put(topic.name(), ours(config.entries())));
            assertThat(made).isEqualTo(described()).hasSizeGreaterThan(15);
        }
    }

    private static Map<String, String> ours(Collection<ConfigEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static Map<String, Map<String, String>> described() {
        var topics = new HashMap<String, Map<String, String>>();
        new JsonMapper().readTree(AsyncApi.document()).get("channels").forEach(channel -> {
            var settings = new HashMap<String, String>();
            channel.at("/bindings/kafka/topicConfiguration")
                    .properties()
                    .forEach(setting -> settings.put(setting.getKey(), text(setting.getValue())));
            var address = channel.get("address").asString().replace("{prefix}", "judgeflow");
            var delays = channel.at("/parameters/delay/enum");
            var names = delays.isMissingNode()
                    ? List.of(address)
                    : delays.valueStream()
                            .map(delay -> address.replace("{delay}", delay.asString()))
                            .toList();
            names.forEach(name -> topics.put(name, settings));
        });
        return topics;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                : value.asString();
    }
}
