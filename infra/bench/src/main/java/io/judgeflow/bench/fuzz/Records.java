package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes bad records. */
final class Records implements AutoCloseable {

    private final BadRecords bad;
    private final KnownJobs known;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Problems problems;

    Records(BadRecords bad, KnownJobs known, String brokers, Problems problems) {
        this.bad = bad;
        this.known = known;
        this.problems = problems;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "max.request.size", 8 << 20, "enable.idempotence", false),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns once the brokers have taken or refused those from one number to before another. */
    void write(long from, long to) {
        var sent = new ArrayList<Future<?>>();
        for (var number = from; number < to; number++) {
            var record = bad.at(number);
            sent.add(producer.send(
                    record.written(Pipeline.PREFIX), (place, failure) -> written(record, place, failure)));
        }
        producer.flush();
        if (!sent.stream().allMatch(Future::isDone)) {
            problems.found("records " + from + " to " + to + " were not all written");
        }
    }

    private void written(BadRecord record, RecordMetadata place, @Nullable Exception failure) {
        if (failure != null) {
            problems.found("record " + record.number() + " was not written: " + failure);
        } else if (record.topic().equals(Topics.SUBMISSIONS)
                && Reading.value(record.topic(), record.bytes()) instanceof JobSubmitted job) {
            known.learn(job.jobId(), new Origin(place.partition(), place.offset()));
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
