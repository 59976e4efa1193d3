package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that went into the scorer, all that came out, and what was put aside, as far as it is committed. One thread only. */
public final class Books implements AutoCloseable {

    private final ScoresFollow follow = new ScoresFollow();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> pages;
    private final List<TopicPartition> partitions;
    private final Map<JobId, List<JobResult>> results = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Consumer<JobResult> witness;

    /** @param prefix first part of the topics' names; all topics have to be there */
    public Books(String bootstrapServers, String prefix) {
        this(bootstrapServers, prefix, result -> {});
    }

    /** @param witness is told of each result when it is read */
    public Books(String bootstrapServers, String prefix, Consumer<JobResult> witness) {
        this.witness = witness;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        pages = Map.of(
                Topics.SUBMISSIONS.name(prefix), this::submitted,
                Topics.VERDICTS.name(prefix), this::learned,
                Topics.RESULTS.name(prefix), this::told,
                Topics.DEAD_LETTERS.name(prefix), this::putAside);
        partitions = pages.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the present end. */
    public Books read() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50))
                    .forEach(record ->
                            pages.getOrDefault(record.topic(), other -> {}).accept(record));
        }
        return this;
    }

    /** Every state of every job, in the order in which it was told. */
    public Map<JobId, List<JobResult>> results() {
        return results;
    }

    /** Every state of every job, job by job. */
    public Stream<JobResult> states() {
        return results.values().stream().flatMap(List::stream);
    }

    /** What was put aside. */
    public List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    /** How many jobs have ended. */
    public int ends() {
        return follow.ends();
    }

    /** Whether the ends follow from what went in. */
    public ScoresFollow follow() {
        return follow;
    }

    private void submitted(ConsumerRecord<byte[], byte[]> record) {
        try {
            follow.submitted(Topics.SUBMISSIONS.value().decode(record.value()));
        } catch (Undecodable e) {
            // For nobody a job; it has to be among the dead letters.
        }
    }

    private void learned(ConsumerRecord<byte[], byte[]> record) {
        follow.learned(Topics.VERDICTS.value().decode(record.value()));
    }

    private void told(ConsumerRecord<byte[], byte[]> record) {
        var result = Topics.RESULTS.value().decode(record.value());
        follow.told(result);
        results.computeIfAbsent(result.jobId(), first -> new ArrayList<>()).add(result);
        witness.accept(result);
    }

    private void putAside(ConsumerRecord<byte[], byte[]> record) {
        deadLetters.add(DeadLetter.of(record));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
