package io.judgeflow.proof;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.guarantee.ScoresFollow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that went into the scorer and all that came out, as far as it is committed. One thread only. */
final class Books implements AutoCloseable {

    private static final String SUBMISSIONS = Topics.SUBMISSIONS.name(Platform.PREFIX);
    private static final String RESULTS = Topics.RESULTS.name(Platform.PREFIX);
    private static final String VERDICTS = Topics.VERDICTS.name(Platform.PREFIX);

    final ScoresFollow follow = new ScoresFollow();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<JobId, List<JobResult>> results = new HashMap<>();

    Books(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = Stream.of(SUBMISSIONS, VERDICTS, RESULTS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the present end. */
    Books read() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(50)).forEach(this::enter);
        }
        return this;
    }

    /** Every state of every job, in the order in which it was told. */
    Map<JobId, List<JobResult>> results() {
        return results;
    }

    /** How many jobs have ended. */
    int ends() {
        return follow.ends();
    }

    private void enter(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(SUBMISSIONS)) {
            follow.submitted(Topics.SUBMISSIONS.value().decode(record.value()));
        } else if (record.topic().equals(VERDICTS)) {
            follow.learned(Topics.VERDICTS.value().decode(record.value()));
        } else {
            var result = Topics.RESULTS.value().decode(record.value());
            follow.told(result);
            results.computeIfAbsent(result.jobId(), first -> new ArrayList<>()).add(result);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
