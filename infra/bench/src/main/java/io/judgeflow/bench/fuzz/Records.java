package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes bad records. */
final class Records implements AutoCloseable {

    private final BadRecords bad;
    private final KnownJobs known;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicLong refused = new AtomicLong();

    Records(BadRecords bad, KnownJobs known, String brokers) {
        this.bad = bad;
        this.known = known;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "max.request.size", 8 << 20, "linger.ms", 2),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns once the brokers have taken or refused those from one number to before another. */
    void write(long from, long to) {
        for (var number = from; number < to; number++) {
            var record = bad.at(number);
            producer.send(record.written(Pipeline.PREFIX), (place, failure) -> written(record, place, failure));
        }
        producer.flush();
    }

    private void written(BadRecord record, RecordMetadata place, @Nullable Exception failure) {
        if (failure != null) {
            refused.incrementAndGet();
        } else if (record.topic().equals(Topics.SUBMISSIONS)
                && record.value() != null
                && Reading.value(record.topic(), record.value().array()) instanceof JobSubmitted job) {
            known.learn(job.jobId(), new Origin(place.partition(), place.offset()));
        }
    }

    /** Without a key where the newest of each is kept, to name one: the brokers would not have them. */
    long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
