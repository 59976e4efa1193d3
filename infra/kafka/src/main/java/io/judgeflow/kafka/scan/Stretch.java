package io.judgeflow.kafka.scan;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A stretch of a topic. Its ends stay where they are, however often it is read and whatever is written meanwhile, also by
 * whoever reads it.
 */
public final class Stretch {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int SILENT_POLLS = 30;

    private final TopicScan scan;
    private final Map<TopicPartition, Long> from;
    private final Map<TopicPartition, Long> to;

    Stretch(TopicScan scan, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        this.scan = scan;
        this.from = Map.copyOf(from);
        this.to = Map.copyOf(to);
    }

    /** How many offsets it spans: at least as many as there are records, as some are markers or gone. */
    public long length() {
        return from.entrySet().stream()
                .mapToLong(begin -> Math.max(0, to.getOrDefault(begin.getKey(), 0L) - begin.getValue()))
                .sum();
    }

    /**
     * Reads it, one partition after the other, in memory for one fetch. The reader may take its time.
     *
     * @throws TimeoutException when the brokers have nothing to say for half a minute
     */
    public void each(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = scan.consumer()) {
            from.keySet().stream()
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .forEach(partition -> read(consumer, partition, reader));
        }
    }

    private void read(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from.getOrDefault(partition, 0L));
        var end = to.getOrDefault(partition, 0L);
        var silent = 0;
        while (consumer.position(partition) < end) {
            var before = consumer.position(partition);
            for (var record : consumer.poll(POLL).records(partition)) {
                if (record.offset() < end) {
                    reader.accept(record);
                }
            }
            silent = consumer.position(partition) > before ? 0 : silent + 1;
            if (silent == SILENT_POLLS) {
                throw new TimeoutException("no answer within " + POLL.multipliedBy(SILENT_POLLS));
            }
        }
    }
}
