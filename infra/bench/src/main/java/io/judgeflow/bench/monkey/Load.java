package io.judgeflow.bench.monkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.bench.Feed;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.UntilTaken;
import io.judgeflow.testkit.gateway.CarefulClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Jobs that come at a steady rate, whatever becomes of them, each from a client that insists. */
final class Load implements AutoCloseable {

    /** As long as one gateway may take; it has an answer sooner unless it is dead or frozen. */
    private static final Duration WITHIN = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AGAIN = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CarefulClient gateways;
    private final Feed feed;
    private final KafkaProducer<byte[], byte[]> garbage;
    private final Journal journal;
    private final Random random;
    private @Nullable ScheduledFuture<?> coming;

    Load(Testbed testbed, long seed, Journal journal) {
        this.journal = journal;
        this.random = new Random(seed);
        this.gateways = new CarefulClient(testbed.gateways(), WITHIN);
        this.feed = new Feed(testbed.settings());
        this.garbage = new KafkaProducer<>(
                Map.of("bootstrap.servers", testbed.brokers().bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Begins. */
    void begin(int rate) {
        coming = clock.scheduleAtFixedRate(this::come, 0, 1_000_000_000L / rate, TimeUnit.NANOSECONDS);
    }

    /** No more come; returns when those under way were taken. */
    void end() throws InterruptedException {
        if (coming != null) {
            coming.cancel(false);
        }
        clock.shutdown();
        clients.shutdown();
        if (!clients.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            journal.wrong("clients still wait for a 202 after " + PATIENCE);
        }
    }

    private void come() {
        var wanted = TestJob.next(random);
        var first = random.nextInt(Service.EACH);
        var again = random.nextInt(AGAIN) == 0;
        clients.execute(() -> {
            try {
                submit(wanted, first, again);
            } catch (RuntimeException | ExecutionException | InterruptedException e) {
                journal.wrong("a submission has failed: " + e);
            }
        });
    }

    private void submit(TestJob wanted, int first, boolean again) throws ExecutionException, InterruptedException {
        var sent = Instant.now();
        switch (wanted.way()) {
            case HTTP -> {
                var job = gateways.submit(wanted.body(), wanted.key().toString(), first, PATIENCE);
                journal.accepted(job, wanted, sent);
                if (again) {
                    repeat(wanted, job, first);
                }
            }
            case TOPIC -> {
                var job = wanted.job();
                UntilTaken.by(feed.publish(Topics.SUBMISSIONS, job.jobId(), job))
                        .block(PATIENCE);
                journal.accepted(job.jobId().toString(), wanted, sent);
            }
            case GARBAGE -> {
                var topic = Topics.SUBMISSIONS.name(Testbed.PREFIX);
                var place = garbage.send(new ProducerRecord<>(
                                topic, wanted.key().toString().getBytes(UTF_8), "no job".getBytes(UTF_8)))
                        .get();
                journal.garbage("%s-%d@%d".formatted(topic, place.partition(), place.offset()));
            }
        }
    }

    /** As a client does that did not get its answer; it asks the other gateway. */
    private void repeat(TestJob wanted, String job, int first) {
        var same = gateways.submit(wanted.body(), wanted.key().toString(), first + 1, PATIENCE);
        if (!same.equals(job)) {
            journal.wrong("one key has two jobs, %s and %s".formatted(job, same));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clients.shutdownNow();
        gateways.close();
        garbage.close(Duration.ZERO);
        feed.close();
    }
}
