package io.judgeflow.kafka.listen;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that are ours at present. Polling thread only. */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    /** The group waits for us meanwhile. */
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Subscription<?, ?>> subscriptions;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();

    Assignment(Consumer<byte[], byte[]> consumer, Map<String, Subscription<?, ?>> subscriptions) {
        this.consumer = consumer;
        this.subscriptions = subscriptions;
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        var lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
        if (lane != null) {
            lane.add(record);
        }
    }

    /**
     * Fetches from the partitions whose lane is nearly empty, and from no other; from none while what it brings must wait.
     */
    void steer(boolean room) {
        var byAppetite = lanes.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        e -> room && e.getValue().wantsMore(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        consumer.pause(byAppetite.getOrDefault(false, List.of()));
        consumer.resume(byAppetite.getOrDefault(true, List.of()));
    }

    /** Tells the brokers the marks that have moved, without waiting for the answer. */
    void commit() {
        var marks = marks(lanes.keySet());
        if (!marks.isEmpty()) {
            consumer.commitAsync(marks, (sent, e) -> {
                if (e != null) {
                    LOG.debug("commit failed, the next one will do: {}", e.getMessage());
                    again(sent.keySet());
                }
            });
        }
    }

    /** Tells the brokers every mark and waits: the last word before partitions go to somebody else. */
    private void commitAndWait(Collection<TopicPartition> partitions) {
        again(partitions);
        var marks = marks(partitions);
        if (marks.isEmpty()) {
            return;
        }
        try {
            commitNow(marks);
        } catch (KafkaException e) {
            LOG.info("last commit failed, some records will be handled again: {}", e.getMessage());
        }
    }

    private void again(Collection<TopicPartition> partitions) {
        partitions.stream()
                .map(lanes::get)
                .filter(Objects::nonNull)
                .forEach(lane -> lane.tracker().markAgain());
    }

    private void commitNow(Map<TopicPartition, OffsetAndMetadata> marks) {
        try {
            consumer.commitSync(marks);
        } catch (WakeupException e) {
            consumer.commitSync(marks);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> marks(Collection<TopicPartition> partitions) {
        var marks = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var lane = lanes.get(partition);
            var mark = lane == null ? -1 : lane.tracker().takeMark();
            if (mark >= 0) {
                marks.put(partition, new OffsetAndMetadata(mark));
            }
        }
        return marks;
    }

    boolean idle() {
        return lanes.values().stream().allMatch(lane -> lane.tracker().idle());
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            var subscription = subscriptions.get(partition.topic());
            if (subscription != null) {
                lanes.put(partition, new Lane(subscription));
            }
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        letEnd(partitions);
        commitAndWait(partitions);
        partitions.forEach(lanes::remove);
    }

    /** What is under way would be handled again by the next owner; most of it ends in a moment. */
    private void letEnd(Collection<TopicPartition> partitions) {
        var underWay = partitions.stream()
                .map(lanes::get)
                .filter(Objects::nonNull)
                .map(lane -> lane.tracker().allEnded())
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(underWay).get(PARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("partitions go while records are under way, which will be handled again");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a slot never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of everything: commits, and leaves nothing to be waited for when the consumer closes. */
    void end() {
        commitAndWait(lanes.keySet());
        lanes.clear();
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(lanes::remove);
    }
}
