package io.judgeflow.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.topic.Difference.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicComparisonTest {

    private final Cluster cluster = new Cluster();

    @Test
    void findsNothingWhereEverythingIsAsWanted() {
        assertThat(cluster.differences()).isEmpty();
    }

    @Test
    void tellsOfEveryTopicThatIsMissing() {
        Topics.all().forEach(cluster::without);
        assertThat(cluster.differences())
                .hasSameSizeAs(Topics.all())
                .allMatch(difference -> difference.severity() == Severity.FATAL)
                .allMatch(difference -> difference.remedy() instanceof Remedy.Create);
    }

    @Test
    void aMissingOneOfThePairIsMadeAsWideAsTheOther() {
        cluster.without(Topics.VERDICTS).across(Topics.SUBMISSIONS, 12);
        assertThat(only(Topics.VERDICTS).remedy())
                .isInstanceOfSatisfying(
                        Remedy.Create.class,
                        create -> assertThat(create.topic().partitions()).isEqualTo(12));
    }

    @Test
    void otherMissingTopicsAreMadeAsWideAsTheSettingSays() {
        cluster.without(Topics.RESULTS).across(Topics.SUBMISSIONS, 12).across(Topics.VERDICTS, 12);
        assertThat(only(Topics.RESULTS).remedy())
                .isInstanceOfSatisfying(
                        Remedy.Create.class,
                        create -> assertThat(create.topic().partitions()).isEqualTo(6));
    }

    @Test
    void aTopicThatMayNotBeSeenIsNotCalledMissing() {
        cluster.hiding(Topics.RESULTS);
        assertThat(only(Topics.RESULTS))
                .isEqualTo(Difference.fatal(
                        "judgeflow.results", "may not be seen by this service's user", new Remedy.Allow()));
    }

    @Test
    void settingsThatMayNotBeSeenAreOnlyWarnedOf() {
        cluster.hidingSettingsOf(Topics.RESULTS);
        assertThat(only(Topics.RESULTS).severity()).isEqualTo(Severity.HARMLESS);
    }

    @Test
    void fewerPartitionsAreHarmlessWhereNothingHasToMeet() {
        cluster.across(Topics.RESULTS, 3);
        assertThat(only(Topics.RESULTS).severity()).isEqualTo(Severity.HARMLESS);
        assertThat(only(Topics.RESULTS).remedy()).isEqualTo(new Remedy.Spread(6));
    }

    @Test
    void morePartitionsAreNoDifference() {
        Topics.all().forEach(topic -> cluster.across(topic, 24));
        assertThat(cluster.differences()).isEmpty();
    }

    @Test
    void thePairMayBeNarrowTogether() {
        cluster.across(Topics.SUBMISSIONS, 3).across(Topics.VERDICTS, 3);
        assertThat(cluster.differences()).hasSize(2).allMatch(difference -> difference.severity() == Severity.HARMLESS);
    }

    @ParameterizedTest
    @CsvSource({"6, 3, judgeflow.verdicts", "3, 6, judgeflow.submissions", "12, 6, judgeflow.verdicts"})
    void submissionsAndVerdictsHaveToMeet(int submissions, int verdicts, String narrow) {
        cluster.across(Topics.SUBMISSIONS, submissions).across(Topics.VERDICTS, verdicts);
        assertThat(cluster.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.topic()).isEqualTo(narrow);
            assertThat(difference.severity()).isEqualTo(Severity.FATAL);
            assertThat(difference.remedy()).isEqualTo(new Remedy.Spread(Math.max(submissions, verdicts)));
        });
    }

    @Test
    void fewerReplicasLoseWhatWasAcknowledged() {
        cluster.on(Topics.RESULTS, 2);
        assertThat(cluster.differences())
                .filteredOn(difference -> difference.severity() == Severity.FATAL)
                .singleElement()
                .extracting(Difference::remedy)
                .isEqualTo(new Remedy.Replicate(3));
    }

    @Test
    void moreReplicasAreNoDifference() {
        cluster.on(Topics.RESULTS, 5);
        assertThat(cluster.differences()).isEmpty();
    }

    @Test
    void whatDiffersIsToldInTheOrderOfTheTopics() {
        cluster.without(Topics.DEAD_LETTERS).without(Topics.SUBMISSIONS).across(Topics.RESULTS, 1);
        assertThat(cluster.differences())
                .extracting(Difference::topic)
                .containsExactly("judgeflow.submissions", "judgeflow.results", "judgeflow.dead-letters");
    }

    private Difference only(Topic<?, ?> topic) {
        List<Difference> differences = cluster.differences();
        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().topic()).isEqualTo(Cluster.name(topic));
        return differences.getFirst();
    }
}
