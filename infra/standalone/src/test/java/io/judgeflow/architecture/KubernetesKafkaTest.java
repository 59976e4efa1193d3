package io.judgeflow.architecture;

import static io.judgeflow.architecture.Manifests.name;
import static io.judgeflow.architecture.Manifests.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.architecture.Manifests.Kind;
import io.judgeflow.contracts.description.AsyncApi;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the manifests say of topics, users and groups is so. */
class KubernetesKafkaTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String PREFIX = "judgeflow";
    private static final Pattern GROUP =
            Pattern.compile("(?:ListenerSettings\\.of\\(|String GROUP = |return prefix \\+ )\"-?([a-z-]+)\"");

    private static Manifests manifests;

    @BeforeAll
    static void build() throws IOException {
        manifests = Manifests.of(Manifests.PRODUCTION);
    }

    @Test
    void everyTopicIsThereAsTheServicesWouldMakeIt() {
        assertThat(manifests.of(Kind.TOPIC).stream().collect(Collectors.toMap(Manifests::name, it -> configs(it))))
                .isEqualTo(Topics.all().stream()
                        .collect(Collectors.toMap(topic -> topic.name(PREFIX), topic -> described(topic))));
    }

    @Test
    void allTopicsHaveEquallyManyPartitionsAndAReplicaOnEveryBroker() {
        var brokers = manifests.of(Kind.BROKERS).getFirst().at("/spec/replicas").asInt();
        assertThat(manifests.of(Kind.TOPIC)).allSatisfy(topic -> {
            assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(partitions());
            assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(brokers);
        });
        assertThat(manifests.environment("scorer"))
                .containsEntry("JUDGEFLOW_KAFKA_REPLICATION_FACTOR", String.valueOf(brokers));
    }

    @ParameterizedTest
    @CsvSource({"gateway,GATEWAY", "submitter,SUBMITTER", "poller,POLLER", "scorer,SCORER SINK"})
    void aServiceMayWriteAndReadWhatItDoesAndNothingElse(String service, String stages) {
        var user = manifests.one(Kind.USER, "judgeflow-" + service);
        var mine = Stream.of(stages.split(" ")).map(Stage::valueOf).toList();
        assertThat(allowed(user, "Write"))
                .isEqualTo(names(topic -> topic.writers().stream().anyMatch(mine::contains)));
        assertThat(allowed(user, "Read"))
                .isEqualTo(names(topic -> topic.readers().stream().anyMatch(mine::contains)));
    }

    @Test
    void thoseWhoOnlyReadOrOnlyWriteDoJustThat() throws IOException {
        var teams = Manifests.of("examples");
        assertThat(allowed(teams.one(Kind.USER, "grading"), "Write"))
                .isEqualTo(names(topic -> topic.equals(Topics.SUBMISSIONS)));
        assertThat(allowed(teams.one(Kind.USER, "grading"), "Read")).isEmpty();
        assertThat(allowed(teams.one(Kind.USER, "analytics"), "Read"))
                .isEqualTo(names(topic -> topic.readers().contains(Stage.ANALYST)));
        assertThat(allowed(teams.one(Kind.USER, "analytics"), "Write")).isEmpty();
        assertThat(allowed(manifests.one(Kind.USER, "judgeflow-keda"), "Read")).isEmpty();
    }

    @Test
    void nobodyMayEverythingAnywhere() {
        assertThat(manifests.of(Kind.USER))
                .isNotEmpty()
                .allSatisfy(user -> assertThat(user.at("/spec/authorization/acls"))
                        .allSatisfy(rule -> {
                            assertThat(text(rule, "/resource/name")).startsWith(PREFIX);
                            assertThat(rule.path("operations").toString()).doesNotContain("All");
                        }));
    }

    @Test
    void everyScalingFollowsAGroupThatThereIs() throws IOException {
        var groups = groups();
        assertThat(groups).hasSize(5);
        assertThat(triggers()).hasSize(3).allSatisfy(trigger -> {
            assertThat(groups).contains(text(trigger, "/metadata/consumerGroup"));
            var topic = text(trigger, "/metadata/topic");
            assertThat(names(any -> true)).contains(topic.isEmpty() ? PREFIX + ".pending.1s" : topic);
        });
    }

    @Test
    void everyGroupMayBeJoinedByWhoeverJoinsIt() throws IOException {
        var joined = manifests.of(Kind.USER).stream()
                .flatMap(user -> user.at("/spec/authorization/acls").valueStream())
                .filter(rule -> text(rule, "/resource/type").equals("group") && operation(rule, "Read"))
                .map(rule -> text(rule, "/resource/name"))
                .collect(Collectors.toSet());
        assertThat(joined).isEqualTo(groups());
    }

    @Test
    void thereAreNeverMoreOfAServiceThanPartitions() {
        assertThat(manifests.of(Kind.SCALING))
                .hasSize(4)
                .allSatisfy(
                        scaling -> assertThat(Manifests.SERVICES).contains(text(scaling, "/spec/scaleTargetRef/name")))
                .filteredOn(scaling -> !name(scaling).equals("gateway"))
                .allSatisfy(scaling ->
                        assertThat(scaling.at("/spec/maxReplicaCount").asInt()).isLessThanOrEqualTo(partitions()));
        assertThat(manifests.of(Kind.WORKLOAD))
                .as("how many there are is said in one place")
                .noneMatch(workload -> workload.path("spec").has("replicas"));
    }

    @Test
    void theBrokersAreWhereTheServicesLookForThem() {
        var kafka = manifests.of(Kind.KAFKA).getFirst();
        var listener = kafka.at("/spec/kafka/listeners/0");
        var brokers = name(kafka) + "-kafka-bootstrap";
        assertThat(listener.path("tls")).hasToString("true");
        assertThat(text(listener, "/authentication/type")).isEqualTo("scram-sha-512");
        assertThat(manifests.environment("gateway"))
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", brokers + ":" + text(listener, "/port"))
                .containsEntry("JUDGEFLOW_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("JUDGEFLOW_KAFKA_CLIENT_SASL_MECHANISM", "SCRAM-SHA-512");
        assertThat(triggers())
                .allSatisfy(trigger -> assertThat(text(trigger, "/metadata/bootstrapServers"))
                        .isEqualTo(brokers + "." + text(kafka, "/metadata/namespace") + ".svc:"
                                + text(listener, "/port")));
    }

    private static int partitions() {
        return manifests.of(Kind.TOPIC).getFirst().at("/spec/partitions").asInt();
    }

    private static Stream<JsonNode> triggers() {
        return manifests.of(Kind.SCALING).stream()
                .flatMap(scaling -> scaling.at("/spec/triggers").valueStream())
                .filter(trigger -> text(trigger, "/type").equals("kafka"));
    }

    private static Map<String, String> configs(JsonNode topic) {
        var configs = new TreeMap<String, String>();
        topic.at("/spec/config").forEachEntry((key, value) -> configs.put(key, value.asString()));
        return configs;
    }

    /** As TopicsAsDescribedIT finds it on a broker, and with what is added where there are three. */
    private static Map<String, String> described(Topic<?, ?> topic) {
        var configs = new TreeMap<>(Map.of("min.insync.replicas", "2"));
        var base = topic.base().replaceFirst("\\.\\d+m?s$", ".{delay}");
        new JsonMapper()
                .readTree(AsyncApi.document())
                .get("channels")
                .valueStream()
                .filter(channel -> text(channel, "/address").equals("{prefix}." + base))
                .forEach(channel -> channel.at("/bindings/kafka/topicConfiguration")
                        .forEachEntry((key, value) -> configs.put(
                                key, value.isArray() ? String.join(",", Manifests.texts(value)) : value.asString())));
        return configs;
    }

    private static Set<String> names(Predicate<Topic<?, ?>> which) {
        return Topics.all().stream()
                .filter(which)
                .map(topic -> topic.name(PREFIX))
                .collect(Collectors.toSet());
    }

    private static Set<String> allowed(JsonNode user, String operation) {
        var allowed = new HashSet<String>();
        for (var rule : user.at("/spec/authorization/acls")) {
            var pattern = text(rule, "/resource/name");
            var prefix = text(rule, "/resource/patternType").equals("prefix");
            if (text(rule, "/resource/type").equals("topic") && operation(rule, operation)) {
                allowed.addAll(names(topic -> prefix
                        ? topic.name(PREFIX).startsWith(pattern)
                        : topic.name(PREFIX).equals(pattern)));
            }
        }
        return allowed;
    }

    private static boolean operation(JsonNode rule, String operation) {
        return Manifests.texts(rule.path("operations")).contains(operation);
    }

    /** Every group that the services' sources name. */
    private static Set<String> groups() throws IOException {
        var groups = new HashSet<String>();
        for (var service : Manifests.SERVICES) {
            try (var files = Files.walk(ROOT.resolve(Path.of(service, "src", "main", "java")))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    GROUP.matcher(Files.readString(file))
                            .results()
                            .forEach(match -> groups.add(PREFIX + "-" + match.group(1)));
                }
            }
        }
        return groups;
    }
}
