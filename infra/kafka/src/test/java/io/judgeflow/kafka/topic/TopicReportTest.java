package io.judgeflow.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.TopicCare;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicReportTest {

    private static final String EVERYTHING = """
            These topics would lose or hold up jobs:
              judgeflow.submissions is compacted: of a job's records only the last would be kept
                  kafka-configs.sh --alter --entity-type topics --entity-name judgeflow.submissions --add-config cleanup.policy=delete
              judgeflow.verdicts has 3 partitions and not 6, as its counterpart: submissions and their verdicts would not meet
                  kafka-topics.sh --alter --topic judgeflow.verdicts --partitions 6
              judgeflow.results is on 2 of 3 brokers, and lost with them
                  kafka-reassign-partitions.sh --execute --reassignment-json-file plan.json   # 3 replicas of each partition of judgeflow.results
              judgeflow.statistics is missing
                  kafka-topics.sh --create --topic judgeflow.statistics --partitions 6 --replication-factor 3 --config cleanup.policy=compact,delete --config max.message.bytes=8388608 --config min.insync.replicas=2 --config retention.ms=2592000000
              judgeflow.languages may not be seen by this service's user
                  kafka-acls.sh --add --allow-principal User:<the service's> --operation Describe --operation DescribeConfigs --topic judgeflow.languages
              judgeflow.dead-letters forgets after PT1S: a job may take longer
                  kafka-configs.sh --alter --entity-type topics --entity-name judgeflow.dead-letters --delete-config retention.ms
            These are not as they should be, but lose nothing:
              judgeflow.results wants all its 2 replicas in sync: nothing can be written while a broker is away
                  kafka-configs.sh --alter --entity-type topics --entity-name judgeflow.results --add-config min.insync.replicas=1
              judgeflow.callbacks takes records of 1000 bytes, not 8388608
                  kafka-configs.sh --alter --entity-type topics --entity-name judgeflow.callbacks --add-config max.message.bytes=8388608
            """;

    @Test
    void saysEverythingAtOnceWithTheLineThatMendsIt() {
        var report = new Cluster()
                .without(Topics.STATISTICS)
                .across(Topics.VERDICTS, 3)
                .on(Topics.RESULTS, 2)
                .with(Topics.SUBMISSIONS, "cleanup.policy", "compact")
                .with(Topics.DEAD_LETTERS, "retention.ms", "1000")
                .with(Topics.CALLBACKS, "max.message.bytes", "1000")
                .hiding(Topics.LANGUAGES)
                .report();
        assertThat(report.fatal()).isTrue();
        assertThat(report.text().replace(" --bootstrap-server broker:9092", ""))
                .isEqualToNormalizingNewlines(EVERYTHING);
    }

    @Test
    void harmlessDifferencesAreNotFatal() {
        var report = new Cluster().across(Topics.RESULTS, 1).report();
        assertThat(report.fatal()).isFalse();
        assertThat(report.text()).startsWith("These are not as they should be");
    }

    @Test
    void whatIsMadeIsNotComplainedOf() {
        var report =
                new Cluster().without(Topics.VERDICTS).across(Topics.RESULTS, 1).report();
        assertThat(report.missing())
                .singleElement()
                .satisfies(topic -> assertThat(topic.name()).isEqualTo("judgeflow.verdicts"));
        assertThat(report.ofPresent().text()).contains("judgeflow.results").doesNotContain("judgeflow.verdicts");
    }

    @Test
    void aListIsWrittenAsTheToolTakesIt() {
        var report = new Cluster()
                .with(Topics.STATISTICS, "cleanup.policy", "delete")
                .report();
        assertThat(report.text()).contains("--add-config cleanup.policy=[compact,delete]");
    }

    @Test
    void theToolsNeedTheOperatorsCredentialsWhereTheServicesNeedTheirs() {
        var settings = new KafkaSettings(
                "broker:9093",
                "judgeflow",
                TopicCare.CHECK,
                6,
                (short) 3,
                Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "the password"));
        assertThat(KafkaTools.of(settings).line("judgeflow.results", new Remedy.Spread(6)))
                .isEqualTo("kafka-topics.sh --bootstrap-server broker:9093 --command-config admin.properties"
                        + " --alter --topic judgeflow.results --partitions 6");
        assertThat(settings.toString()).contains("sasl.jaas.config").doesNotContain("the password");
    }
}
