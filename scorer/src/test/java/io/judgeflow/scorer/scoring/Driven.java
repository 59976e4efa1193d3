package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.kafka.header.TraceHeader;
import io.judgeflow.scorer.statistics.StatisticsSettings;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology, driven by a test. */
final class Driven implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    static final CloudEventHeaders HEADERS = new CloudEventHeaders("scorer", Clock.fixed(START, ZoneOffset.UTC));

    private static final String PREFIX = "test";

    final TopologyTestDriver driver;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestInputTopic<byte[], byte[]> submissions;
    private final TestInputTopic<byte[], byte[]> verdicts;

    Driven(Path directory) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        var patience = new Patience(Duration.ofMinutes(65), Duration.ofMinutes(15), Duration.ofSeconds(1));
        var statistics = new StatisticsSettings(Duration.ofSeconds(1), Duration.ofMinutes(10), Duration.ofDays(1));
        var fold = new FoldMeters(meters, Tracing.off());
        driver =
                new TopologyTestDriver(ScoreTopology.build(PREFIX, patience, statistics, HEADERS, fold), config, START);
        submissions = input(Topics.SUBMISSIONS);
        verdicts = input(Topics.VERDICTS);
    }

    void submit(JobSubmitted job, TraceParent... traces) {
        submissions.pipeInput(new TestRecord<>(
                Topics.SUBMISSIONS.key().encode(job.jobId()),
                Topics.SUBMISSIONS.value().encode(job),
                headers(traces),
                job.createdAt()));
    }

    void learn(Progress fact, TraceParent... traces) {
        verdicts.pipeInput(new TestRecord<>(
                Topics.VERDICTS.key().encode(fact.jobId()),
                Topics.VERDICTS.value().encode(fact),
                headers(traces),
                fact.at()));
    }

    private static Headers headers(TraceParent... traces) {
        var headers = new RecordHeaders();
        Stream.of(traces).forEach(trace -> TraceHeader.put(headers, trace));
        return headers;
    }

    /** The records of a topic since the last time. */
    List<TestRecord<byte[], byte[]>> records(Topic<?, ?> topic) {
        return output(topic).readRecordsToList();
    }

    /** What was told on a topic since the last time. */
    <V> List<V> told(Topic<?, V> topic) {
        return output(topic).readValuesToList().stream()
                .map(topic.value()::decode)
                .toList();
    }

    private TestInputTopic<byte[], byte[]> input(Topic<?, ?> topic) {
        return driver.createInputTopic(topic.name(PREFIX), (t, bytes) -> bytes, (t, bytes) -> bytes);
    }

    private TestOutputTopic<byte[], byte[]> output(Topic<?, ?> topic) {
        return driver.createOutputTopic(topic.name(PREFIX), (t, bytes) -> bytes, (t, bytes) -> bytes);
    }

    @Override
    public void close() {
        driver.close();
    }
}
