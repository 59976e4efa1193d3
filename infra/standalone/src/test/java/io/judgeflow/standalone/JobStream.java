package io.judgeflow.standalone;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Jobs of one test each, at a rate, with the gaps between independent arrivals; until it is closed. */
final class JobStream implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> submitting;
    private final List<Future<?>> sent = new ArrayList<>();
    private final Random random = new Random(1);
    private final double meanGapNanos;
    private long next = System.nanoTime();

    JobStream(String bootstrapServers, int jobsPerSecond) {
        this.meanGapNanos = 1e9 / jobsPerSecond;
        this.producer = new KafkaProducer<>(
                // One request at a time, as our own producers: see there.
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.submitting = pace.scheduleAtFixedRate(this::submitDue, 0, 1, TimeUnit.MILLISECONDS);
    }

    void await(Duration time) {
        try {
            if (pace.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS) || submitting.isDone()) {
                throw new IllegalStateException("stopped submitting");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submitDue() {
        while (next - System.nanoTime() <= 0) {
            next += (long) (-Math.log(1 - random.nextDouble()) * meanGapNanos);
            var job = new JobId(UUID.randomUUID());
            sent.add(producer.send(new ProducerRecord<>(
                    Topics.SUBMISSIONS.name("judgeflow"),
                    Topics.SUBMISSIONS.key().encode(job),
                    Topics.SUBMISSIONS.value().encode(submission(job)))));
        }
    }

    private static JobSubmitted submission(JobId job) {
        return new JobSubmitted(
                Schema.VERSION,
                job,
                null,
                "bash",
                "#judge: job=" + job + "\necho 1",
                List.of(new TestCase(null, null, null, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                Instant.now());
    }

    @Override
    public void close() {
        submitting.cancel(false);
        pace.close();
        producer.close();
        if (sent.stream().anyMatch(each -> each.state() != Future.State.SUCCESS)) {
            throw new IllegalStateException("the broker did not take all jobs");
        }
    }
}
