package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.kafka.lag.Consumption;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.scorer.statistics.StatisticsSettings;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the topology for as long as the application runs. */
@Component
final class ScorerStreams implements SmartLifecycle, Consumption {

    private static final Logger LOG = LoggerFactory.getLogger(ScorerStreams.class);

    private final String prefix;
    private final KafkaStreams streams;

    ScorerStreams(
            KafkaSettings kafka,
            StreamsSettings settings,
            Patience patience,
            StatisticsSettings statistics,
            MeterRegistry meters,
            Tracing tracing,
            Clock clock) {
        var headers = new CloudEventHeaders("scorer", clock);
        this.prefix = kafka.prefix();
        var properties = StreamsProperties.of(kafka, settings);
        properties.put(PoisonHandler.COUNTER, DeadLetters.counter(meters, Stage.SCORER));
        this.streams = new KafkaStreams(
                ScoreTopology.build(prefix, patience, statistics, headers, new FoldMeters(meters, tracing)),
                properties);
        streams.setUncaughtExceptionHandler(e -> {
            LOG.error("a scorer thread failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    @Override
    public String group() {
        return StreamsProperties.applicationId(prefix);
    }

    @Override
    public Collection<String> topics() {
        return List.of(Topics.SUBMISSIONS.name(prefix), Topics.VERDICTS.name(prefix));
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public void stop() {
        streams.close(CloseOptions.timeout(Duration.ofSeconds(5))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    @Override
    public boolean isRunning() {
        return streams.state().isRunningOrRebalancing();
    }
}
