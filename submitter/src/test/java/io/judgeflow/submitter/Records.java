package io.judgeflow.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.kafka.listen.Received;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What the submitter receives in tests. */
final class Records {

    static final byte[] KEY = "key".getBytes(UTF_8);
    static final byte[] BYTES = "as received".getBytes(UTF_8);

    private Records() {}

    /** The value as if it had been read from some record, whose bytes are others. */
    static <V> Received<JobId, V> received(JobId job, V value, Instant writtenAt) {
        var millis = writtenAt.toEpochMilli();
        var type = TimestampType.LOG_APPEND_TIME;
        return new Received<>(
                job,
                value,
                new ConsumerRecord<>(
                        "some.topic", 0, 7, millis, type, 3, 11, KEY, BYTES, new RecordHeaders(), Optional.empty()));
    }

    /** One with a single test. */
    static JobSubmitted job(Instant createdAt) {
        return new JobSubmitted(
                Schema.VERSION,
                new JobId(UUID.randomUUID()),
                null,
                "bash",
                "echo 1",
                List.of(new TestCase(null, null, null, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                createdAt);
    }
}
