package io.judgeflow.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.TopicCare;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The topics of a real broker at the start of a service; each test has a prefix of its own. */
class TopicsAtStartIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static TestKafka broker;
    private static Admin admin;

    private final String prefix = "test" + NUMBER.incrementAndGet();

    @BeforeAll
    static void start() {
        broker = TestKafka.start(directory);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void whereOperatorsCareForTopicsNothingIsMadeAndEverythingThatIsMissingIsListed() throws Exception {
        assertThatThrownBy(() -> begin(TopicCare.CHECK))
                .isInstanceOf(BrokersUnfit.class)
                .message()
                .contains(Topics.all().stream()
                        .map(topic -> "  " + topic.name(prefix) + " is missing")
                        .toList())
                .contains("kafka-topics.sh --bootstrap-server " + broker.bootstrapServers() + " --create --topic ");
        assertThat(topics()).isEmpty();
    }

    @Test
    void whatWasMadeIsAsWanted() throws Exception {
        assertThat(begin(TopicCare.CREATE)).isEmpty();
        assertThat(topics()).hasSameSizeAs(Topics.all());
        assertThat(begin(TopicCare.CHECK)).isEmpty();
        assertThat(begin(TopicCare.CREATE)).isEmpty();
    }

    @Test
    void whatIsThereIsLeftAsItIsAndWarnedOfOnce() throws Exception {
        make(Topics.RESULTS.name(prefix), 1, Map.of());
        var warnings = begin(TopicCare.CREATE);
        assertThat(warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains(prefix + ".results has 1 partitions and not 3")
                        .contains(prefix + ".results takes records of 1048588 bytes, not 8388608")
                        .doesNotContain("is missing"));
        assertThat(partitions(Topics.RESULTS.name(prefix))).isEqualTo(1);
        assertThat(topics()).hasSameSizeAs(Topics.all());
    }

    @Test
    void verdictsAreMadeAsWideAsTheSubmissionsThatAreThere() throws Exception {
        make(
                Topics.SUBMISSIONS.name(prefix),
                5,
                Map.of("message.timestamp.type", "LogAppendTime", "max.message.bytes", "8388608"));
        assertThat(begin(TopicCare.CREATE)).isEmpty();
        assertThat(partitions(Topics.VERDICTS.name(prefix))).isEqualTo(5);
    }

    @Test
    void whatLosesNothingDoesNotKeepAServiceFromStarting() throws Exception {
        make(Topics.RESULTS.name(prefix), 1, Map.of("max.message.bytes", "8388608"));
        begin(TopicCare.CREATE);
        assertThat(begin(TopicCare.CHECK))
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains(prefix + ".results has 1 partitions and not 3"));
    }

    @Test
    void servicesThatStartAtOnceMakeTheTopicsTogether() {
        var services = Stream.generate(() -> CompletableFuture.runAsync(() -> begin(TopicCare.CREATE)))
                .limit(3)
                .toList();
        assertThat(services).allSatisfy(service -> assertThat(service).succeedsWithin(Duration.ofSeconds(30)));
        assertThat(begin(TopicCare.CHECK)).isEmpty();
    }

    @Test
    void brokersThatAreNotThereAreNamed() {
        var nowhere = settings("127.0.0.1:" + LoopbackPort.claim(LoopbackPort.ANY, "nobody"), TopicCare.CHECK);
        assertThatThrownBy(() -> new TopicsAtStart(nowhere).afterSingletonsInstantiated())
                .isInstanceOf(BrokersUnfit.class)
                .hasMessageStartingWith("There was no answer from the brokers at " + nowhere.bootstrapServers());
    }

    private KafkaSettings settings(String brokers, TopicCare care) {
        return new KafkaSettings(
                brokers,
                prefix,
                care,
                3,
                (short) 1,
                Map.of("default.api.timeout.ms", "3000", "request.timeout.ms", "2000"));
    }

    /** What a service says of the topics when it starts. */
    private List<String> begin(TopicCare care) {
        var log = (Logger) LoggerFactory.getLogger(TopicsAtStart.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.addAppender(said);
        try {
            new TopicsAtStart(settings(broker.bootstrapServers(), care)).afterSingletonsInstantiated();
        } finally {
            log.detachAppender(said);
        }
        if (care == TopicCare.CREATE) {
            await().until(() -> topics().size() == Topics.all().size());
        }
        return said.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static void make(String name, int partitions, Map<String, String> configs) throws Exception {
        var topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
        admin.createTopics(Set.of(topic)).all().get();
        await().until(() -> admin.listTopics().names().get().contains(name));
    }

    private static int partitions(String topic) throws Exception {
        return admin.describeTopics(Set.of(topic))
                .topicNameValues()
                .values()
                .iterator()
                .next()
                .get()
                .partitions()
                .size();
    }

    private List<String> topics() throws Exception {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix + "."))
                .toList();
    }
}
