package io.judgeflow.kafka.tail;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Puts a consumer at the point from which topics are followed. */
final class TailStart {

    private final Consumer<byte[], byte[]> consumer;
    private final Clock clock;
    private final List<TopicPartition> assigned = new ArrayList<>();

    TailStart(Consumer<byte[], byte[]> consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    void seek(String topic, @Nullable Duration lookBack) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        assigned.addAll(partitions);
        consumer.assign(assigned);
        if (lookBack == null) {
            consumer.seekToBeginning(partitions);
        } else {
            seekToTime(partitions, clock.millis() - lookBack.toMillis());
        }
    }

    private void seekToTime(List<TopicPartition> partitions, long millis) {
        // Read before, and sought by number: seekToEnd would find the end later, and pass over what comes in between.
        var ends = consumer.endOffsets(partitions);
        var offsets = consumer.offsetsForTimes(partitions.stream().collect(toMap(p -> p, p -> millis)));
        for (var partition : partitions) {
            var offset = offsets.get(partition);
            consumer.seek(partition, offset == null ? ends.getOrDefault(partition, 0L) : offset.offset());
        }
    }

    /** Where each partition ends at present. */
    Map<TopicPartition, Long> ends() {
        return new HashMap<>(consumer.endOffsets(assigned));
    }
}
