package io.judgeflow.kafka.scan;

import static java.util.stream.Collectors.toMap;

import io.judgeflow.contracts.topic.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/** Finds stretches of topics by time. It belongs to no group, commits nothing, and reads what is committed. */
public final class TopicScan {

    private static final int FETCH = 1 << 20;
    private static final int PATIENCE_MILLIS = 15_000;

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final String prefix;

    /** @param prefix first part of the topics' names */
    public TopicScan(ConsumerFactory<byte[], byte[]> consumers, String prefix) {
        this.consumers = consumers;
        this.prefix = prefix;
    }

    /**
     * What lies there now from one time, by the records' own timestamps, to before another.
     *
     * @param since null for the beginning
     * @param until null for the present end
     * @throws UnknownTopicOrPartitionException when the brokers have no such topic
     * @throws org.apache.kafka.common.errors.TimeoutException when they do not answer
     */
    public Stretch stretch(Topic<?, ?> topic, @Nullable Instant since, @Nullable Instant until) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic.name(prefix));
            var ends = consumer.endOffsets(partitions);
            var from = since == null ? consumer.beginningOffsets(partitions) : at(consumer, since, ends);
            return new Stretch(this, from, until == null ? ends : at(consumer, until, ends));
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String name) {
        var partitions = consumer.partitionsFor(name);
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("the brokers have no topic " + name);
        }
        return partitions.stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    private static Map<TopicPartition, Long> at(
            Consumer<byte[], byte[]> consumer, Instant time, Map<TopicPartition, Long> ends) {
        var millis = time.toEpochMilli();
        var found = consumer.offsetsForTimes(ends.keySet().stream().collect(toMap(p -> p, p -> millis)));
        var offsets = new HashMap<>(ends);
        found.forEach((partition, at) -> {
            if (at != null) {
                offsets.merge(partition, at.offset(), Math::min);
            }
        });
        return offsets;
    }

    Consumer<byte[], byte[]> consumer() {
        var config = new Properties();
        config.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "" + FETCH);
        // What is read is there already: a fetch past the end would only hold up that of the next partition.
        config.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "1");
        config.setProperty(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "" + PATIENCE_MILLIS);
        config.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return consumers.createConsumer(null, null, null, config);
    }
}
