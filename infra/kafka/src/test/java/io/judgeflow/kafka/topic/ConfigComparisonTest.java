package io.judgeflow.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting of a topic, and what comes of it. */
class ConfigComparisonTest {

    private static final long MINUTE = 60_000;

    private final Cluster cluster = new Cluster();

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            submissions, cleanup.policy,         compact,        FATAL
            verdicts,    cleanup.policy,         'compact,delete', FATAL
            pending.1s,  cleanup.policy,         'delete, compact', FATAL
            results,     cleanup.policy,         '',             HARMLESS
            leaderboard, cleanup.policy,         'compact,delete', FATAL
            languages,   cleanup.policy,         delete,         FATAL
            statistics,  cleanup.policy,         compact,        HARMLESS
            statistics,  cleanup.policy,         delete,         HARMLESS
            statistics,  cleanup.policy,         'delete,compact', -
            submissions, min.insync.replicas,    1,              FATAL
            submissions, min.insync.replicas,    3,              HARMLESS
            submissions, min.insync.replicas,    4,              FATAL
            submissions, max.message.bytes,      8388607,        FATAL
            submissions, max.message.bytes,      8388608,        -
            submissions, max.message.bytes,      20971520,       -
            languages,   max.message.bytes,      1048588,        HARMLESS
            submissions, message.timestamp.type, CreateTime,     FATAL
            results,     message.timestamp.type, LogAppendTime,  -
            submissions, retention.ms,           7199999,        FATAL
            submissions, retention.ms,           7200000,        -
            submissions, retention.ms,           0,              FATAL
            submissions, retention.ms,           -1,             -
            statistics,  retention.ms,           2591999999,     HARMLESS
            statistics,  retention.ms,           2592000001,     -
            leaderboard, retention.ms,           1000,           -
            submissions, retention.bytes,        1073741824,     HARMLESS
            statistics,  retention.bytes,        1073741824,     -
            """)
    void aDifferenceIsAsGraveAsWhatComesOfIt(String topic, String key, String value, @Nullable String severity) {
        cluster.with(named(topic), key, value);
        assertThat(cluster.differences())
                .extracting(difference -> difference.topic() + " " + difference.severity())
                .containsExactlyElementsOf(Stream.ofNullable(severity)
                        .map(s -> "judgeflow." + topic + " " + s)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"cleanup.policy", "min.insync.replicas", "max.message.bytes", "message.timestamp.type", "retention.ms"})
    void whatTheBrokersDoNotTellIsNotGuessed(String key) {
        Topics.all().stream()
                .filter(topic -> !topic.equals(Topics.STATISTICS))
                .forEach(topic -> cluster.with(topic, key, null));
        assertThat(cluster.differences())
                .allMatch(
                        difference -> key.equals("min.insync.replicas"),
                        "only Kafka's default of one replica is known");
    }

    @Test
    void oneReplicaThatHasToBeInSyncIsNoDifference() {
        cluster.on(Topics.RESULTS, 1).with(Topics.RESULTS, "min.insync.replicas", "1");
        assertThat(cluster.differences())
                .extracting(Difference::remedy)
                .containsExactly(new Remedy.Replicate(3), new Remedy.Configure("min.insync.replicas", "2"));
    }

    @Test
    void everyDifferenceOfATopicIsTold() {
        cluster.with(Topics.SUBMISSIONS, "cleanup.policy", "compact,delete")
                .with(Topics.SUBMISSIONS, "max.message.bytes", "1000")
                .with(Topics.SUBMISSIONS, "message.timestamp.type", "CreateTime")
                .with(Topics.SUBMISSIONS, "min.insync.replicas", "1")
                .with(Topics.SUBMISSIONS, "retention.ms", String.valueOf(30 * MINUTE));
        assertThat(cluster.differences())
                .extracting(Difference::remedy)
                .containsExactly(
                        new Remedy.Configure("min.insync.replicas", "2"),
                        new Remedy.Configure("cleanup.policy", "delete"),
                        new Remedy.Unset("retention.ms"),
                        new Remedy.Configure("max.message.bytes", "8388608"),
                        new Remedy.Configure("message.timestamp.type", "LogAppendTime"));
    }

    private static Topic<?, ?> named(String base) {
        return Topics.all().stream()
                .filter(topic -> topic.base().equals(base))
                .findFirst()
                .orElseThrow();
    }
}
