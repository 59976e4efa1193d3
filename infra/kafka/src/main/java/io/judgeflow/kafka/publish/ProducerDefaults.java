package io.judgeflow.kafka.publish;

import io.judgeflow.kafka.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How every producer of the product is set: nothing acknowledged is lost, nothing is written twice by a retry. */
public final class ProducerDefaults {

    /**
     * What differs for records that nobody waits for: they are sent together. 20 ms are a fifth of the shortest time that
     * a token or a deferred job is put off by.
     */
    public static final Map<String, Object> GATHERING = Map.of(ProducerConfig.LINGER_MS_CONFIG, 20);

    private ProducerDefaults() {}

    /** The settings of a producer. */
    public static Map<String, Object> of(KafkaSettings settings) {
        var config = settings.connection();
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        // Most batches are one record of a kilobyte or two. To compress one takes two fresh buffers of 64 KiB: they
        // were
        // half of all that the services allocated, and the brokers and every reader unpack it again.
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        // One request at a time: on a partition that was just created a later batch may overtake the first, and the
        // brokers then refuse it as out of sequence until it expires.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // send() waits for nothing longer than this: it is called on event loops
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 500);
        return config;
    }
}
