package io.judgeflow.architecture;

import static io.judgeflow.architecture.Manifests.name;
import static io.judgeflow.architecture.Manifests.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import tools.jackson.databind.JsonNode;

/** Does at a broker what Strimzi's operators do: makes topics and users, and says who may do what. */
final class Guard implements AutoCloseable {

    /** The name of clients that are expected to be refused something. */
    static final String INTRUDER = "intruder";

    private static final int ITERATIONS = 4096;

    private final GuardedBroker broker;
    private final Admin admin;

    Guard(GuardedBroker broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.operators()));
    }

    /** There is one broker here, which cannot have three replicas, and so not two of them in sync. */
    void make(List<JsonNode> topics) throws ExecutionException, InterruptedException {
        admin.createTopics(topics.stream().map(Guard::topic).toList()).all().get();
    }

    private static NewTopic topic(JsonNode topic) {
        var configs = new HashMap<String, String>();
        topic.at("/spec/config").forEachEntry((key, value) -> configs.put(key, value.asString()));
        configs.remove("min.insync.replicas");
        return new NewTopic(name(topic), topic.at("/spec/partitions").asInt(), (short) 1).configs(configs);
    }

    void allow(List<JsonNode> users) throws ExecutionException, InterruptedException {
        var passwords = new ArrayList<UserScramCredentialAlteration>();
        var rules = new ArrayList<AclBinding>();
        for (var user : users) {
            var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            passwords.add(new UserScramCredentialUpsertion(name(user), scram, password(name(user))));
            user.at("/spec/authorization/acls").forEach(rule -> rules.addAll(bindings(name(user), rule)));
        }
        admin.alterUserScramCredentials(passwords).all().get();
        admin.createAcls(rules).all().get();
    }

    private static List<AclBinding> bindings(String user, JsonNode rule) {
        var type = ResourceType.valueOf(constant(text(rule, "/resource/type")));
        var pattern = text(rule, "/resource/patternType").equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        var resource = new ResourcePattern(type, text(rule, "/resource/name"), pattern);
        return Manifests.texts(rule.path("operations")).stream()
                .map(operation -> new AccessControlEntry(
                        "User:" + user, "*", AclOperation.valueOf(constant(operation)), AclPermissionType.ALLOW))
                .map(entry -> new AclBinding(resource, entry))
                .toList();
    }

    /** {@code DESCRIBE_CONFIGS} for {@code DescribeConfigs}. */
    private static String constant(String words) {
        return words.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** The groups that there are. */
    Set<String> groups() throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
    }

    /** Whether Kafka Streams has emptied a topic of its own as far as it has read it. */
    boolean emptied() throws ExecutionException, InterruptedException {
        var topics = admin.listTopics().names().get().stream()
                .filter(name -> name.endsWith("-repartition"))
                .toList();
        var earliest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(it ->
                            earliest.put(new TopicPartition(topic.name(), it.partition()), OffsetSpec.earliest()));
        }
        return admin.listOffsets(earliest).all().get().values().stream().anyMatch(begin -> begin.offset() > 0);
    }

    /** What a client of this user needs. */
    Map<String, Object> user(String user) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.services(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                login(user),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                broker.authority().toString(),
                "client.id",
                INTRUDER,
                "enable.auto.commit",
                "false"));
    }

    /** As Strimzi writes it into the user's secret. */
    String login(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password(user));
    }

    private static String password(String user) {
        return "password of " + user;
    }

    @Override
    public void close() {
        admin.close();
    }
}
