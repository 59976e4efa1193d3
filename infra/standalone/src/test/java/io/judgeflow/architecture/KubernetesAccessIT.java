package io.judgeflow.architecture;

import static io.judgeflow.architecture.Manifests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.judgeflow.architecture.Manifests.Kind;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.gateway.GatewayClient;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.web.OwnEventLoops;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The services, each with the environment of its pod and as its own user, at a broker that has the topics and allows
 * what the manifests say: they can do their work, and are refused nothing.
 */
class KubernetesAccessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEY = "key-of-a-test";
    private static final String HASH = "175b99ddc84d97d10b1a8550267e9b07f3e45a2da8c28bf3bd7947fc8768b08b";

    @TempDir
    private static Path directory;

    private static Manifests manifests;
    private static GuardedBroker broker;
    private static PostgresServer database;
    private static FakeJudge0 judge0;
    private static Guard guard;
    private static final Map<String, Integer> PORTS = new HashMap<>();
    private static final List<ConfigurableApplicationContext> RUNNING = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        manifests = Manifests.of(Manifests.PRODUCTION);
        broker = GuardedBroker.start(directory.resolve("kafka"));
        guard = new Guard(broker);
        guard.make(manifests.of(Kind.TOPIC));
        guard.allow(manifests.of(Kind.USER));
        guard.allow(Manifests.of("examples").of(Kind.USER));
        database = PostgresServer.start(directory.resolve("database"), LoopbackPort.ANY);
        judge0 = FakeJudge0.start();
        run("scorer", ScorerApplication.class);
        run("submitter", SubmitterApplication.class);
        run("poller", PollerApplication.class);
        run("gateway", GatewayApplication.class);
    }

    @AfterAll
    static void stop() {
        RUNNING.reversed().forEach(ConfigurableApplicationContext::close);
        judge0.close();
        database.close();
        guard.close();
        broker.close();
    }

    @Test
    void aJobGoesAllTheWayAndNobodyIsRefusedAnything() throws Exception {
        try (var gateway = new GatewayClient(URI.create("http://127.0.0.1:" + PORTS.get("gateway") + "/"), KEY)) {
            await().atMost(PATIENCE).until(() -> gateway.languages().toString().contains("bash"));
            var job = gateway.execute(Map.of("lang", "bash", "code", "true", "problem", "p", "user_id", "u"))
                    .get();
            assertThat(gateway.end(job).get("status").asString()).isEqualTo("done");
            await().atMost(PATIENCE)
                    .until(() -> gateway.read("api/leaderboard/p").toString().contains("\"u\""));
            await().atMost(PATIENCE)
                    .until(() -> gateway.read("api/statistics").toString().contains("\"bash"));
            await().atMost(PATIENCE)
                    .until(() ->
                            gateway.read("api/executions?user_id=u").toString().contains(job));
        }
        await().atMost(PATIENCE).until(guard::emptied);
        assertThat(RememberedRefusals.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe", "readinessProbe", "livenessProbe"})
    void everyServiceSaysThatItIsWell(String probe) {
        for (var service : Manifests.SERVICES) {
            var container =
                    Manifests.containers(manifests.one(Kind.WORKLOAD, service)).getFirst();
            var path = text(container, "/" + probe + "/httpGet/path");
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORTS.get(service) + path));
            try (var http = HttpClient.newHttpClient()) {
                // A gateway is ready once it has read what there is.
                await(service + " " + path)
                        .atMost(PATIENCE)
                        .until(() -> http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200);
            }
        }
    }

    @Test
    void theGroupsAreThoseThatAreAllowed() throws Exception {
        var allowed = manifests.of(Kind.USER).stream()
                .flatMap(user -> user.at("/spec/authorization/acls").valueStream())
                .filter(rule -> text(rule, "/resource/type").equals("group"))
                .filter(rule -> !text(rule, "/resource/patternType").equals("prefix"))
                .map(rule -> text(rule, "/resource/name"))
                .collect(Collectors.toSet());
        await().atMost(PATIENCE).until(() -> guard.groups().equals(allowed));
    }

    @Test
    void theAutoscalerSeesHowFarGroupsAreAndNoRecord() throws Exception {
        var submissions = new TopicPartition("judgeflow.submissions", 0);
        try (var admin = Admin.create(guard.user("judgeflow-keda"))) {
            assertThat(admin.listConsumerGroupOffsets("judgeflow-submitter")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isNotNull();
            assertThat(admin.describeTopics(List.of("judgeflow.submissions"))
                            .allTopicNames()
                            .get())
                    .hasSize(1);
        }
        assertThatThrownBy(() -> read("judgeflow-keda", null, submissions))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"judgeflow-gateway", "judgeflow-submitter", "judgeflow-poller", "analytics", "grading"})
    void nobodyButTheScorerTellsResults(String user) {
        assertThatThrownBy(() -> write(user, "judgeflow.results")).hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void aTeamSubmitsAndAnotherReadsInItsOwnGroups() throws Exception {
        var results = new TopicPartition("judgeflow.results", 0);
        write("grading", "judgeflow.submissions");
        read("analytics", "analytics-daily", results);
        assertThatThrownBy(() -> read("analytics", "judgeflow-sink", results))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> read("grading", null, results)).isInstanceOf(AuthorizationException.class);
    }

    private static void write(String user, String topic) throws InterruptedException, ExecutionException {
        try (var producer =
                new KafkaProducer<>(guard.user(user), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
        }
    }

    private static void read(String user, @Nullable String group, TopicPartition partition) {
        var settings = guard.user(user);
        if (group != null) {
            settings.put("group.id", group);
        }
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            if (group != null) {
                consumer.committed(Set.of(partition));
            } else {
                consumer.seekToBeginning(List.of(partition));
            }
            consumer.poll(Duration.ofSeconds(5));
        }
    }

    private static void run(String service, Class<?> application) {
        PORTS.put(service, LoopbackPort.claim(LoopbackPort.ANY, service));
        var here = here(service);
        var environment = new HashMap<>(manifests.environment(service));
        environment.replaceAll((variable, value) -> here.getOrDefault(variable, value));
        // every half a minute it empties its own topics, for which a test does not want to wait
        environment.put("JUDGEFLOW_KAFKA_CLIENT_REPARTITION_PURGE_INTERVAL_MS", "500");
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var variables = new SystemEnvironmentPropertySource(name, Map.copyOf(environment));
        RUNNING.add(new SpringApplicationBuilder(application, OwnEventLoops.class)
                .initializers(
                        context -> context.getEnvironment().getPropertySources().replace(name, variables))
                .properties("spring.config.name=" + service)
                .registerShutdownHook(false)
                .run());
    }

    /** Only where things are, and what is secret, is not as in the cluster. */
    private static Map<String, String> here(String service) {
        return Map.ofEntries(
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", String.valueOf(PORTS.get(service))),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.services()),
                Map.entry("JUDGEFLOW_KAFKA_REPLICATION_FACTOR", "1"),
                Map.entry("JUDGEFLOW_KAFKA_CLIENT_SASL_JAAS_CONFIG", guard.login("judgeflow-" + service)),
                Map.entry(
                        "JUDGEFLOW_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION",
                        broker.authority().toString()),
                Map.entry(
                        "JUDGEFLOW_SCORER_STREAMS_STATE_DIRECTORY",
                        directory.resolve("state").toString()),
                Map.entry("DATABASE_URL", database.url()),
                Map.entry("JUDGE0_URLS", judge0.url().toString()),
                Map.entry("JUDGE0_CALLBACK_URL", ""),
                Map.entry("JUDGEFLOW_CALLBACK_SECRET", ""),
                Map.entry("JUDGEFLOW_API_KEYS", "test:" + HASH + ":any-user"),
                Map.entry("SUPABASE_JWKS_URL", ""));
    }
}
