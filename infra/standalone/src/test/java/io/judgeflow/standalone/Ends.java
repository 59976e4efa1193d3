package io.judgeflow.standalone;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the verdicts as they come, and notes how long after the end of the run each was there. */
final class Ends implements AutoCloseable {

    private final List<Long> delays = Collections.synchronizedList(new ArrayList<>());
    private final Function<String, @Nullable Instant> ended;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader = new Thread(this::read, "ends");
    private volatile boolean closed;

    Ends(String bootstrapServers, Function<String, @Nullable Instant> ended) {
        this.ended = ended;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var topic = Topics.VERDICTS.name("judgeflow");
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    int jobs() {
        return delays.size();
    }

    /** What has happened so far. */
    Figures.Count count(FakeJudge0 judge0) {
        var submits = judge0.requests(Call.SUBMIT) + judge0.requests(Call.SUBMIT_BATCH);
        var asks = judge0.requests(Call.ASK) + judge0.requests(Call.ASK_BATCH);
        return new Figures.Count(delays.size(), submits, asks, judge0.tokensAsked());
    }

    List<Long> delays(int from, int to) {
        synchronized (delays) {
            return List.copyOf(delays.subList(from, to));
        }
    }

    private void read() {
        while (!closed) {
            for (var record : consumer.poll(Duration.ofMillis(20))) {
                if (Topics.VERDICTS.value().decode(record.value()) instanceof Progress.Judged judged) {
                    var end = ended.apply(judged.jobId().toString());
                    if (end != null) {
                        delays.add(Duration.between(end, Instant.now()).toMillis());
                    }
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
