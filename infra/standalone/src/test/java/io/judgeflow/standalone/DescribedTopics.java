package io.judgeflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the topics as somebody does who knows nothing but the AsyncAPI document. */
final class DescribedTopics {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Map<String, Schema> known = new HashMap<>();

    DescribedTopics(JsonNode document) {
        this.document = document;
    }

    /**
     * A record as it was found.
     *
     * @param channel that its topic belongs to
     * @param event what its headers say that it is; "dead-letter" for one of those
     */
    record Found(String channel, String event, String key, Map<String, String> headers, String value) {

        JsonNode json() {
            return JSON.readTree(value);
        }
    }

    /** Everything that is in all topics by now. */
    List<Found> read(String bootstrapServers) {
        var found = new ArrayList<Found>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            document.get("channels")
                    .properties()
                    .forEach(channel -> addresses(channel.getValue())
                            .forEach(topic -> read(consumer, topic)
                                    .forEach(record -> found.add(found(channel.getKey(), record)))));
        }
        return found;
    }

    /** What is wrong with it, if it is not as the document says. */
    List<String> complaints(Found record) {
        var messages = document.at("/channels/" + record.channel() + "/messages")
                .valueStream()
                .map(this::resolved)
                .filter(message -> message.get("name").asString().equals(record.event()))
                .toList();
        if (messages.size() != 1) {
            return List.of(record.event() + " does not belong into " + record.channel());
        }
        var message = messages.getFirst();
        var headers = JSON.valueToTree(record.headers());
        return Stream.of(
                        message.path("traits")
                                .valueStream()
                                .map(this::resolved)
                                .flatMap(trait -> complaints(trait.get("headers"), headers)),
                        complaints(message.path("headers"), headers),
                        complaints(message.at("/bindings/kafka/key"), JSON.valueToTree(record.key())),
                        record.event().equals("dead-letter")
                                ? Stream.<String>empty()
                                : complaints(message.get("payload"), record.json()))
                .flatMap(all -> all)
                .toList();
    }

    private Stream<String> complaints(JsonNode schema, JsonNode value) {
        return schema.isMissingNode()
                ? Stream.empty()
                : known.computeIfAbsent(schema.toString(), same -> compiled(schema)).validate(value).stream()
                        .map(Object::toString);
    }

    private Schema compiled(JsonNode schema) {
        var alone = (ObjectNode) schema.deepCopy();
        alone.set("components", document.get("components"));
        return schemas.getSchema(alone);
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.get("$ref").asString().substring(1));
    }

    private static Stream<String> addresses(JsonNode channel) {
        var address = channel.get("address").asString().replace("{prefix}", "judgeflow");
        var delays = channel.at("/parameters/delay/enum");
        return delays.isMissingNode()
                ? Stream.of(address)
                : delays.valueStream().map(delay -> address.replace("{delay}", delay.asString()));
    }

    private static Found found(String channel, ConsumerRecord<String, String> record) {
        var headers = StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
        var event = channel.equals("deadLetters") ? "dead-letter" : headers.getOrDefault("ce_type", "");
        return new Found(channel, event, record.key(), headers, record.value());
    }

    private static List<ConsumerRecord<String, String>> read(KafkaConsumer<String, String> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var records = new ArrayList<ConsumerRecord<String, String>>();
        var ends = consumer.endOffsets(partitions);
        while (!ended(consumer, partitions, ends)) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static boolean ended(
            KafkaConsumer<?, ?> consumer, Set<TopicPartition> all, Map<TopicPartition, Long> ends) {
        return all.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L));
    }
}
