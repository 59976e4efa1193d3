package io.judgeflow.bench.latency;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Notes when it sees the end of each job. */
final class Spectator implements AutoCloseable {

    private final Map<JobId, Long> ends = new ConcurrentHashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean open = true;

    /** @param isolation {@code read_committed} or {@code read_uncommitted} */
    Spectator(String brokers, String prefix, String isolation) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "isolation.level", isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(Topics.RESULTS.name(prefix)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = new Thread(this::watch, isolation);
        thread.start();
    }

    /** When the job's end was seen, by {@link System#nanoTime}; 0 when it was not yet. */
    long end(JobId job) {
        return ends.getOrDefault(job, 0L);
    }

    private void watch() {
        while (open) {
            consumer.poll(Duration.ofMillis(50)).forEach(this::see);
        }
    }

    private void see(ConsumerRecord<byte[], byte[]> record) {
        var result = Topics.RESULTS.value().decode(record.value());
        if (result.status().terminal()) {
            ends.putIfAbsent(result.jobId(), System.nanoTime());
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
