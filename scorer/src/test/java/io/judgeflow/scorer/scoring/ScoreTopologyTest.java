package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static io.judgeflow.scorer.scoring.Facts.CODE;
import static io.judgeflow.scorer.scoring.Facts.JOB;
import static io.judgeflow.scorer.scoring.Facts.job;
import static io.judgeflow.scorer.scoring.Facts.judged;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.scorer.statistics.StatisticsSettings;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTopologyTest {

    private static final String PREFIX = "test";
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(65), Duration.ofMinutes(15), Duration.ofSeconds(1));

    private static final StatisticsSettings STATISTICS =
            new StatisticsSettings(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofDays(1));

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> submissions;
    private TestInputTopic<byte[], byte[]> verdicts;
    private TestOutputTopic<byte[], byte[]> results;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void start(@TempDir Path directory) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        config.put(PoisonHandler.PREFIX, PREFIX);
        config.put(PoisonHandler.COUNTER, DeadLetters.counter(meters, Stage.SCORER));
        var fold = new FoldMeters(meters, Tracing.off());
        driver =
                new TopologyTestDriver(ScoreTopology.build(PREFIX, PATIENCE, STATISTICS, Driven.HEADERS, fold), config);
        submissions = input(Topics.SUBMISSIONS);
        verdicts = input(Topics.VERDICTS);
        results = output(Topics.RESULTS);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void foldsASubmissionAndItsVerdictIntoResults() {
        submit();
        learn(judged(0, 1, ACCEPTED));
        var told = results();
        assertThat(told).extracting(JobResult::status).containsExactly(Status.QUEUED, Status.RUNNING, Status.DONE);
        assertThat(told).extracting(JobResult::code).containsExactly(CODE, null, null);
        assertThat(told.getLast().score()).isEqualTo(100);
    }

    @Test
    void keepsAVerdictThatComesBeforeItsSubmission() {
        learn(judged(0, 1, WRONG_ANSWER));
        assertThat(results()).isEmpty();
        submit();
        var told = results();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().status()).isEqualTo(Status.DONE);
        assertThat(told.getFirst().code()).isEqualTo(CODE);
        assertThat(told.getFirst().version()).isEqualTo(3);
    }

    @Test
    void tellsNothingOfASecondSubmissionOrVerdict() {
        submit();
        learn(judged(0, 1, ACCEPTED));
        results();
        submit();
        learn(judged(0, 2, WRONG_ANSWER));
        assertThat(results()).isEmpty();
    }

    @Test
    void givesUpAJobThatGetsNoVerdictByItsAgeLimit() {
        submit();
        results();
        driver.advanceWallClockTime(PATIENCE.ageLimit().plusSeconds(2));
        var told = results();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().status()).isEqualTo(Status.ERROR);
        assertThat(told.getFirst().verdict()).isEqualTo(Verdict.GAVE_UP);
    }

    @Test
    void forgetsAJobSomeTimeAfterItsEnd() {
        submit();
        learn(judged(0, 1, ACCEPTED));
        assertThat(jobs().get(JOB)).isNotNull();
        driver.advanceWallClockTime(PATIENCE.retention().plusSeconds(2));
        assertThat(jobs().get(JOB)).isNull();
        driver.advanceWallClockTime(PATIENCE.ageLimit().plusSeconds(2));
        try (var left = driver.getKeyValueStore(ScoreTopology.DEADLINES).all()) {
            assertThat(left.hasNext()).isFalse();
        }
    }

    @Test
    void remembersAJobThatEndedLateForAsLongAsAnyOther() {
        submit();
        driver.advanceWallClockTime(PATIENCE.ageLimit().minusMinutes(1));
        learn(judged(0, 1, ACCEPTED));
        results();
        driver.advanceWallClockTime(Duration.ofMinutes(2));
        submit();
        assertThat(results()).as("of a repetition after the age limit").isEmpty();
        driver.advanceWallClockTime(PATIENCE.retention());
        assertThat(jobs().get(JOB)).isNull();
    }

    @Test
    void forgetsFactsOfAJobThatNeverComes() {
        learn(judged(0, 1, ACCEPTED));
        driver.advanceWallClockTime(PATIENCE.ageLimit().plusSeconds(2));
        assertThat(jobs().get(JOB)).isNull();
        assertThat(results()).isEmpty();
    }

    @Test
    void putsAsideWhatItCannotReadAndGoesOn() {
        verdicts.pipeInput(Topics.VERDICTS.key().encode(JOB), new byte[] {1, 2, 3});
        verdicts.pipeInput(Topics.VERDICTS.key().encode(JOB), (byte[]) null);
        submit();
        assertThat(results()).hasSize(1);
        var letters = output(Topics.DEAD_LETTERS).readRecordsToList();
        assertThat(letters).hasSize(2);
        assertThat(letters.getFirst().value()).containsExactly(1, 2, 3);
        assertThat(new String(
                        letters.getFirst().headers().lastHeader("dl_stage").value(), UTF_8))
                .isEqualTo("scorer");
        assertThat(letters.getFirst().headers().lastHeader("dl_reason").value()).isNotEmpty();
    }

    @Test
    void putsAsideAFactWhoseKeyIsAnotherJobAndGoesOn() {
        var other = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a52");
        verdicts.pipeInput(
                Topics.VERDICTS.key().encode(other), Topics.VERDICTS.value().encode(judged(0, 1, ACCEPTED)));
        submit();
        assertThat(results()).extracting(JobResult::status).containsExactly(Status.QUEUED);
        assertThat(output(Topics.DEAD_LETTERS).readRecordsToList()).hasSize(1);
    }

    @Test
    void leavesASubmissionWhoseKeyIsAnotherJobToTheSubmitter() {
        var other = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a52");
        submissions.pipeInput(
                Topics.SUBMISSIONS.key().encode(other),
                Topics.SUBMISSIONS.value().encode(job(Scoring.DEFAULT, 1)));
        assertThat(results()).isEmpty();
        assertThat(output(Topics.DEAD_LETTERS).readRecordsToList()).isEmpty();
    }

    private void submit() {
        JobSubmitted job = job(Scoring.DEFAULT, 1);
        submissions.pipeInput(
                Topics.SUBMISSIONS.key().encode(JOB), Topics.SUBMISSIONS.value().encode(job));
    }

    private void learn(Progress fact) {
        verdicts.pipeInput(
                Topics.VERDICTS.key().encode(JOB), Topics.VERDICTS.value().encode(fact));
    }

    private List<JobResult> results() {
        return results.readValuesToList().stream()
                .map(Topics.RESULTS.value()::decode)
                .toList();
    }

    private KeyValueStore<JobId, JobState> jobs() {
        return driver.getKeyValueStore(ScoreTopology.JOBS);
    }

    private TestInputTopic<byte[], byte[]> input(Topic<?, ?> topic) {
        return driver.createInputTopic(topic.name(PREFIX), (t, bytes) -> bytes, (t, bytes) -> bytes);
    }

    private TestOutputTopic<byte[], byte[]> output(Topic<?, ?> topic) {
        return driver.createOutputTopic(topic.name(PREFIX), (t, bytes) -> bytes, (t, bytes) -> bytes);
    }
}
