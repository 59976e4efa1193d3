package io.judgeflow.kafka.lookup;

import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
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
     * @return empty when the record is gone, by retention; fails with a {@link TimeoutException} when the brokers do
     *     not answer
     */
    public Mono<V> at(Origin origin) {
        return Mono.fromCallable(() -> read(origin))
                .subscribeOn(thread)
                .flatMap(Mono::justOrEmpty)
                .map(topic.value()::decode);
    }

    private Optional<byte[]> read(Origin origin) {
        var partition = new TopicPartition(name, origin.partition());
        var consumer = consumer();
        consumer.assign(List.of(partition));
        if (consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L) <= origin.offset()) {
            return Optional.empty();
        }
        consumer.seek(partition, origin.offset());
        try {
            var records = consumer.poll(PATIENCE).records(partition);
            if (records.isEmpty()) {
                throw new TimeoutException("no answer within " + PATIENCE);
            }
            var first = records.getFirst();
            return first.offset() == origin.offset() ? Optional.of(first.value()) : Optional.empty();
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        var present = consumer;
        if (present == null) {
            present = consumers.createConsumer(null, null);
            consumer = present;
        }
        return present;
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
