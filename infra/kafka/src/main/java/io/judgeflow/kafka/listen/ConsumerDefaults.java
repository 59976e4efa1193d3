package io.judgeflow.kafka.listen;

import io.judgeflow.kafka.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How every consumer of the product is set. */
public final class ConsumerDefaults {

    private static final int COMPANY = 64 * 1024;

    private ConsumerDefaults() {}

    /** The settings of a consumer, in a group or without. */
    public static Map<String, Object> of(KafkaSettings settings) {
        var config = settings.connection();
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        // Per partition what is fetched waits in memory until it is due, and the poller has thirty of them: with the
        // default of 1 MiB they filled a heap of 128 MiB, and collecting that held up what was due.
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        // A partition that is resumed waits for the fetch of the others: not for the default 500 ms.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        // A killed process is replaced within seconds, not after the default 45 s.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        return config;
    }

    /**
     * What to add for a consumer whose records may wait so long for more, up to {@value #COMPANY} bytes, to be fetched
     * with them: where single records come all the time, most of what they cost is the fetches.
     */
    public static Map<String, String> inCompany(Duration longest) {
        return Map.of(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG, String.valueOf(COMPANY),
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, String.valueOf(longest.toMillis()));
    }
}
