package io.judgeflow.kafka.lookup;

import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads single records back from where they lie. One consumer on a thread of its own does it, one record after the
 * other: this is for the rare case, not for the stream.
 *
 * @param <V> the value
 */
public final class TopicLookup<V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Topic<?, V> topic;
    private final String name;
    private final Scheduler thread;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /** @param prefix first part of the topic's name */
    public TopicLookup(ConsumerFactory<byte[], byte[]> consumers, Topic<?, V> topic, String prefix) {
        this.consumers = consumers;
        this.topic = topic;
        this.name = topic.name(prefix);
        this.thread = Schedulers.newSingle(name + "-lookup", true);
    }

    /**
     * The value at this place.
     *
     * @return empty when the record is gone, by retention, or cannot be read; fails with a {@link TimeoutException} when
     *     the brokers do not answer
     */
    public Mono<V> at(Origin origin) {
        return Mono.fromCallable(() -> read(origin))
                .subscribeOn(thread)
                .flatMap(Mono::justOrEmpty)
                .map(Placed::value);
    }

    /**
     * The values from here to before there, as far as they are there and can be read; for a few hundred at most.
     *
     * @return fails with a {@link TimeoutException} when the brokers do not answer
     */
    public Mono<List<Placed<V>>> between(int partition, long from, long to) {
        return Mono.fromCallable(() -> readAll(partition, from, to)).subscribeOn(thread);
    }

    private List<Placed<V>> readAll(int number, long from, long to) {
        var consumer = consumer();
        var partition = new TopicPartition(name, number);
        consumer.assign(List.of(partition));
        var begin = Math.max(from, consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, to));
        var end = Math.min(to, consumer.endOffsets(List.of(partition)).getOrDefault(partition, from));
        consumer.seek(partition, begin);
        var values = new ArrayList<Placed<V>>();
        while (consumer.position(partition) < end) {
            var before = consumer.position(partition);
            var records = consumer.poll(PATIENCE).records(partition);
            // Without records it may have passed the marker of a transaction.
            if (records.isEmpty() && consumer.position(partition) == before) {
                throw new TimeoutException("no answer within " + PATIENCE);
            }
            records.forEach(record -> Placed.of(record, topic.value()).ifPresent(values::add));
        }
        return values;
    }

    private Optional<Placed<V>> read(Origin origin) {
        var consumer = consumer();
        var partition = new TopicPartition(name, origin.partition());
        // Asking about a partition that never was would take a minute, and everybody else would wait for it.
        if (origin.offset() < 0 || !partitions(consumer).contains(origin.partition())) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        if (consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) <= origin.offset()) {
            return Optional.empty();
        }
        consumer.seek(partition, origin.offset());
        var records = consumer.poll(PATIENCE).records(partition);
        if (!records.isEmpty()) {
            var first = records.getFirst();
            return first.offset() == origin.offset() ? Placed.of(first, topic.value()) : Optional.empty();
        }
        if (consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L) > origin.offset()) {
            return Optional.empty();
        }
        throw new TimeoutException("no answer within " + PATIENCE);
    }

    private Set<Integer> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(name).stream()
                .map(PartitionInfo::partition)
                .collect(Collectors.toSet());
    }

    private Consumer<byte[], byte[]> consumer() {
        var present = consumer;
        if (present == null) {
            present = consumers.createConsumer(null, null, null, oneRecord());
            consumer = present;
        }
        return present;
    }

    /** One batch of the topic per question and not a megabyte: after the loss of an instance there are many questions. */
    private static Properties oneRecord() {
        var config = new Properties();
        config.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        config.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "1024");
        return config;
    }

    @Override
    public void close() {
        thread.schedule(() -> {
            if (consumer != null) {
                consumer.close();
            }
        });
        thread.disposeGracefully().subscribe();
    }
}
