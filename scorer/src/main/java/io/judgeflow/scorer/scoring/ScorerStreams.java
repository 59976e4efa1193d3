package io.judgeflow.scorer.scoring;

import io.judgeflow.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the topology for as long as the application runs. */
@Component
final class ScorerStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScorerStreams.class);

    /** A state holds the outputs of all tests: its changelog has to take as much as the topics, or the thread fails. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private final KafkaStreams streams;

    ScorerStreams(KafkaSettings kafka, StreamsSettings settings, Patience patience) {
        this.streams = new KafkaStreams(ScoreTopology.build(kafka.prefix(), patience), config(kafka, settings));
        streams.setUncaughtExceptionHandler(e -> {
            LOG.error("a scorer thread failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    private static Properties config(KafkaSettings kafka, StreamsSettings settings) {
        var config = new Properties();
        config.putAll(kafka.connection());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.prefix() + "-scorer");
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        config.put("processing.exception.handler.global.enabled", true);
        config.put(PoisonHandler.PREFIX, kafka.prefix());
        // At least once with a fold that tolerates it: 3 ms to a result, where exactly-once takes 24 to 70 ms.
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        largeRecords(config);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        return config;
    }

    private static void largeRecords(Properties config) {
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        config.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_RECORD);
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
