package io.judgeflow.scorer.scoring;

import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.scorer.statistics.StatisticsSettings;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the topology for as long as the application runs. */
@Component
final class ScorerStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScorerStreams.class);

    private final KafkaStreams streams;

    ScorerStreams(
            KafkaSettings kafka,
            StreamsSettings settings,
            Patience patience,
            StatisticsSettings statistics,
            Clock clock) {
        var headers = new CloudEventHeaders("scorer", clock);
        this.streams = new KafkaStreams(
                ScoreTopology.build(kafka.prefix(), patience, statistics, headers),
                StreamsProperties.of(kafka, settings));
        streams.setUncaughtExceptionHandler(e -> {
            LOG.error("a scorer thread failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
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
