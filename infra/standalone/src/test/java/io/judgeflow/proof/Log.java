package io.judgeflow.proof;

import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.guarantee.DeadLetter;
import io.judgeflow.testkit.guarantee.EveryJobEndsOnce;
import io.judgeflow.testkit.guarantee.VersionsRise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows what the pipeline writes: results, verdicts and dead letters, from the beginning. */
final class Log implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RESULTS = Topics.RESULTS.name(Platform.PREFIX);
    private static final String VERDICTS = Topics.VERDICTS.name(Platform.PREFIX);
    private static final String DEAD_LETTERS = Topics.DEAD_LETTERS.name(Platform.PREFIX);

    private final Map<JobId, List<JobResult>> results = new ConcurrentHashMap<>();
    private final Map<JobId, List<Progress>> verdicts = new ConcurrentHashMap<>();
    private final List<DeadLetter> deadLetters = new CopyOnWriteArrayList<>();
    private final EveryJobEndsOnce once = new EveryJobEndsOnce();
    private final VersionsRise rise = new VersionsRise();
    private final Thread thread;
    private volatile boolean open = true;

    Log(String bootstrapServers) {
        thread = new Thread(() -> follow(bootstrapServers), "log");
        thread.start();
    }

    /** Every state of a job so far. */
    List<JobResult> results(JobId job) {
        return results.getOrDefault(job, List.of());
    }

    /** Every fact about a job so far. */
    List<Progress> verdicts(JobId job) {
        return verdicts.getOrDefault(job, List.of());
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** How a job ended; waits for it. */
    JobResult end(JobId job) {
        return ended(job)
                .orElseGet(() -> await().pollInterval(Duration.ofMillis(10))
                        .atMost(PATIENCE)
                        .until(() -> ended(job), Optional::isPresent)
                        .orElseThrow());
    }

    private Optional<JobResult> ended(JobId job) {
        return results(job).stream()
                .filter(result -> result.status().terminal())
                .findFirst();
    }

    /** Whatever was told so far: no job has two ends, and versions rise. */
    void verify() {
        synchronized (once) {
            once.verify();
            rise.verify();
        }
    }

    private void follow(String bootstrapServers) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = Stream.of(RESULTS, VERDICTS, DEAD_LETTERS)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (open) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::read);
            }
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(DEAD_LETTERS)) {
            deadLetters.add(DeadLetter.of(record));
        } else if (record.topic().equals(RESULTS)) {
            told(Topics.RESULTS.value().decode(record.value()));
        } else if (record.serializedValueSize() > 0 && record.serializedKeySize() > 0) {
            learned(record.value());
        }
    }

    private void told(JobResult result) {
        synchronized (once) {
            once.told(result);
            rise.told(result);
        }
        results.computeIfAbsent(result.jobId(), first -> new CopyOnWriteArrayList<>())
                .add(result);
    }

    private void learned(byte[] value) {
        try {
            var fact = Topics.VERDICTS.value().decode(value);
            verdicts.computeIfAbsent(fact.jobId(), first -> new CopyOnWriteArrayList<>())
                    .add(fact);
        } catch (io.judgeflow.contracts.codec.Undecodable e) {
            // One of the records that are meant to be wrong; the scorer puts it aside.
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
    }
}
