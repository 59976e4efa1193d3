package io.judgeflow.bench.fanout;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The baseline: one plain consumer that hears for all listeners, from the topic. */
final class TopicReader implements Audience.Listening {

    private final Map<JobId, Integer> listeners = new HashMap<>();
    private final Heard heard;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean running = true;

    TopicReader(String brokers, String prefix, Plan plan, Heard heard) {
        this.heard = heard;
        for (var i = 0; i < heard.listeners(); i++) {
            listeners.put(plan.job(i), i);
        }
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.RESULTS.name(prefix)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = Thread.ofPlatform().name("topic-reader").start(this::read);
    }

    private void read() {
        while (running) {
            consumer.poll(Duration.ofMillis(50)).forEach(record -> hear(record.value()));
        }
    }

    private void hear(byte[] value) {
        var state = Topics.RESULTS.value().decode(value);
        var listener = listeners.get(state.jobId());
        if (listener != null) {
            heard.read(value.length);
            heard.event(listener, state.version());
        }
    }

    @Override
    public int open() {
        return heard.listeners() - heard.ended();
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
