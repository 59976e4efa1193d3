package io.judgeflow.kafka.tail;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.PollingThread;
import io.judgeflow.kafka.listen.ConsumerDefaults;
import io.judgeflow.kafka.publish.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Follows every partition of some topics, from a point in the past, for as long as it runs. It belongs to no group and
 * commits nothing: each process that follows sees everything. What cannot be read is passed over; the topic's real
 * reader puts it aside.
 */
public final class TopicTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** Of a fetch that finds nothing: no partition is ever resumed here, for which it would be too late. */
    private static final Duration IDLE = Duration.ofMillis(500);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final String prefix;
    private final Clock clock;
    private final Map<String, Followed<?, ?>> followed = new HashMap<>();
    private final Properties fetches = new Properties();
    private final PollingThread thread;
    private volatile boolean caughtUp;

    /** @param prefix first part of the topics' names */
    public TopicTail(ConsumerFactory<byte[], byte[]> consumers, String prefix, Clock clock) {
        this.consumers = consumers;
        this.prefix = prefix;
        this.clock = clock;
        this.thread = new PollingThread(prefix + "-tail", this::follow);
        fetches.setProperty(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(IDLE.toMillis()));
    }

    /**
     * Follows one more topic; before the start only.
     *
     * @param lookBack how far back to begin; null for the very beginning of the topic (for compacted ones)
     */
    public <K, V> TopicTail on(Topic<K, V> topic, @Nullable Duration lookBack, TailHandler<V> handler) {
        return onUnread(topic, lookBack, record -> handler.take(record.read()));
    }

    /** The same with where each record lies, and without reading values that the handler does not read. */
    public <K, V> TopicTail onUnread(
            Topic<K, V> topic, @Nullable Duration lookBack, TailHandler<Unread<K, V>> handler) {
        followed.put(topic.name(prefix), new Followed<>(topic, lookBack, handler));
        return this;
    }

    /**
     * Has what comes wait so long for {@linkplain ConsumerDefaults#inCompany more}; before the start only. Without this a
     * record is taken as soon as it is there.
     */
    public TopicTail inCompany(Duration longest) {
        fetches.putAll(ConsumerDefaults.inCompany(longest));
        return this;
    }

    /** True once everything that was there at the start has been taken. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop(Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return thread.running();
    }

    private void follow() {
        try (var consumer = consumers.createConsumer(null, null, null, fetches)) {
            var start = new TailStart(consumer, clock);
            followed.forEach((name, topic) -> start.seek(name, topic.lookBack()));
            var ends = start.ends();
            while (thread.running()) {
                turn(consumer, ends);
            }
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        consumer.poll(POLL).forEach(this::take);
        if (!caughtUp) {
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            caughtUp = ends.isEmpty();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        var topic = followed.get(record.topic());
        if (topic != null && record.key() != null && record.value() != null) {
            try {
                topic.take(record);
            } catch (Undecodable e) {
                LOG.debug("passed over {}-{}@{}", record.topic(), record.partition(), record.offset());
            } catch (RuntimeException e) {
                LOG.error(
                        "could not take {}-{}@{}: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        DeadLetters.reason(e));
            }
        }
    }

    private record Followed<K, V>(
            Topic<K, V> topic, @Nullable Duration lookBack, TailHandler<Unread<K, V>> handler) {
        void take(ConsumerRecord<byte[], byte[]> record) {
            handler.take(new Unread<>(topic, record));
        }
    }
}
