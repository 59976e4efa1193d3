package io.judgeflow.scorer.scoring;

import io.judgeflow.kafka.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is set. */
final class StreamsProperties {

    /** A state holds the outputs of all tests: its changelog has to take as much as the topics, or the thread fails. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    /** Bytes for the counts that change between two commits: the only stores that ask for a cache. */
    private static final int COUNTS = 4 * 1024 * 1024;

    private StreamsProperties() {}

    /** Also the name of the group. */
    static String applicationId(String prefix) {
        return prefix + "-scorer";
    }

    static Properties of(KafkaSettings kafka, StreamsSettings settings) {
        var config = new Properties();
        config.putAll(kafka.connection());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(kafka.prefix()));
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        // Who does not read committed records only, such as the gateway, sees a result before its transaction ends.
        config.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG, settings.guarantee().setting());
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, COUNTS);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
        config.put(BoundedStores.MEMORY, settings.storeMemory().toBytes());
        putHandlers(config, kafka);
        putTopics(config, kafka);
        putClients(config);
        return config;
    }

    private static void putHandlers(Properties config, KafkaSettings kafka) {
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, OversizeHandler.class);
        config.put("processing.exception.handler.global.enabled", true);
        config.put(PoisonHandler.PREFIX, kafka.prefix());
    }

    private static void putTopics(Properties config, KafkaSettings kafka) {
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
        config.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_RECORD);
        if (kafka.replicationFactor() >= 3) {
            config.put(StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), "2");
        }
    }

    private static void putClients(Properties config) {
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
    }
}
