package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.event.EventType;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The AsyncAPI document tells of every topic what is so, and can be read alone. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = Schemas.JSON.readTree(AsyncApi.document());

    /** The users of the topics who are no part of Judgeflow. */
    private static final Set<Stage> USERS = Set.of(Stage.PLATFORM_TEAM, Stage.ANALYST, Stage.OPERATOR);

    private static final Map<String, Topic<?, ?>> TOPICS =
            Topics.all().stream().collect(Collectors.toMap(topic -> topic.name("{prefix}"), topic -> topic));

    @Test
    void everyTopicIsAChannelAndNothingElseIs() {
        var addresses = channels().flatMap(AsyncApiTest::addresses).toList();
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(TOPICS.keySet());
    }

    @Test
    void aChannelHasTheWritersAndReadersOfItsTopic() {
        everyTopic((topic, channel) -> {
            assertThat(texts(channel.get("x-writers")))
                    .as(topic.base())
                    .containsExactlyInAnyOrderElementsOf(words(topic.writers()));
            assertThat(texts(channel.get("x-readers")))
                    .as(topic.base())
                    .containsExactlyInAnyOrderElementsOf(words(topic.readers()));
        });
    }

    @Test
    void aChannelIsKeptForAsLongAsItsTopic() {
        everyTopic((topic, channel) -> {
            var kept = channel.at("/bindings/kafka/topicConfiguration");
            var keepFor = topic.keepFor();
            assertThat(texts(kept.path("cleanup.policy")).contains("compact"))
                    .as(topic.base())
                    .isEqualTo(topic.compacted());
            assertThat(kept.path("retention.ms").asLong(-1))
                    .as(topic.base())
                    .isEqualTo(keepFor == null ? -1 : keepFor.toMillis());
        });
    }

    /** Told by what the topic's own codec reads: all that, and no other event. */
    @Test
    void aChannelHasTheEventsOfItsTopic() {
        everyTopic((topic, channel) -> {
            var read = Schemas.golden().entrySet().stream()
                    .filter(golden -> reads(topic, golden.getValue()))
                    .map(golden -> "io.judgeflow." + golden.getKey() + ".v1");
            var told = channel.get("messages")
                    .valueStream()
                    .map(message -> resolved(message).get("name").asString());
            assertThat(told)
                    .as(topic.base())
                    .containsExactlyInAnyOrderElementsOf(
                            topic.equals(Topics.DEAD_LETTERS) ? List.of("dead-letter") : read.toList());
        });
    }

    @Test
    void aMessageIsNamedAsItsEventIsInItsHeadersAndHasItsSchema() {
        var names =
                Events.all().values().stream().map(event -> EventType.of(event).qualified());
        var messages = DOCUMENT.at("/components/messages");
        assertThat(messages.valueStream().map(message -> message.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names, Stream.of("dead-letter")).toList());
        Events.all()
                .forEach((name, event) -> assertThat(messages.valueStream()
                                .filter(message -> message.get("name")
                                        .asString()
                                        .equals(EventType.of(event).qualified())))
                        .singleElement()
                        .satisfies(message -> assertThat(
                                        message.at("/payload/$ref").asString())
                                .isEqualTo("#/components/schemas/" + name)));
    }

    @Test
    void theOperationsAreWhatUsersDo() {
        var done = new TreeSet<String>();
        DOCUMENT.get("operations")
                .forEach(operation -> addresses(resolved(operation.get("channel")))
                        .forEach(address -> operation
                                .get("tags")
                                .forEach(user -> done.add(user.get("name").asString() + " "
                                        + operation.get("action").asString() + " " + address))));
        var possible = new TreeSet<String>();
        TOPICS.forEach((address, topic) -> USERS.forEach(user -> {
            if (topic.writers().contains(user)) {
                possible.add(word(user) + " send " + address);
            }
            if (topic.readers().contains(user)) {
                possible.add(word(user) + " receive " + address);
            }
        }));
        assertThat(done).isEqualTo(possible).hasSizeGreaterThan(4);
    }

    @Test
    void everyReferenceLeadsToSomethingInTheDocument() {
        var references = DOCUMENT.findValuesAsString("$ref");
        assertThat(references).hasSizeGreaterThan(100).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    /** So it does not matter that AsyncAPI builds on an older draft. */
    @ParameterizedTest
    @EnumSource(names = {"DRAFT_7", "DRAFT_2020_12"})
    void theSchemasInTheDocumentMeanTheSameAsTheFiles(SpecificationVersion version) {
        var registry = SchemaRegistry.withDefaultDialect(version);
        Schemas.golden().forEach((event, golden) -> {
            var alone = Schemas.JSON.createObjectNode();
            alone.put("$ref", "#/components/schemas/" + event).set("components", DOCUMENT.get("components"));
            var schema = registry.getSchema(alone);
            assertThat(schema.validate(golden)).isEmpty();
            assertThat(Mutant.without(golden))
                    .allSatisfy(
                            mutant -> assertThat(schema.validate(mutant.value()).isEmpty())
                                    .as("%s: %s", event, mutant)
                                    .isEqualTo(Schemas.accepts(event, mutant.value())));
        });
    }

    private static boolean reads(Topic<?, ?> topic, JsonNode golden) {
        try {
            topic.value().decode(Schemas.JSON.writeValueAsBytes(golden));
            return true;
        } catch (Undecodable e) {
            return false;
        }
    }

    private interface Check {
        void that(Topic<?, ?> topic, JsonNode channel);
    }

    private static void everyTopic(Check check) {
        channels()
                .forEach(channel -> addresses(channel)
                        .forEach(address -> check.that(Objects.requireNonNull(TOPICS.get(address), address), channel)));
    }

    private static Stream<JsonNode> channels() {
        return DOCUMENT.get("channels").valueStream();
    }

    /** One for each delay, where there are delays. */
    private static Stream<String> addresses(JsonNode channel) {
        var address = channel.get("address").asString();
        var delays = channel.at("/parameters/delay/enum");
        return delays.isMissingNode()
                ? Stream.of(address)
                : texts(delays).stream().map(delay -> address.replace("{delay}", delay));
    }

    private static JsonNode resolved(JsonNode reference) {
        return DOCUMENT.at(reference.get("$ref").asString().substring(1));
    }

    private static List<String> words(Set<Stage> stages) {
        return stages.stream().map(AsyncApiTest::word).toList();
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
