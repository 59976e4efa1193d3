package io.judgeflow.standalone;

import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.TopicTail;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.server.TestKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;

/** A submitter and a poller on topics of their own, and what they say. */
final class Pair implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<Progress> said = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final ConfigurableApplicationContext poller;
    private final ConfigurableApplicationContext submitter;
    private final TopicTail tail;
    private final KafkaSettings kafka;

    private Pair(Map<String, String> settings) {
        this.poller = new Service("poller", PollerApplication.class, settings).start();
        this.kafka = poller.getBean(KafkaSettings.class);
        this.tail = tail();
        tail.start();
        await().atMost(PATIENCE).until(tail::caughtUp);
        this.submitter = new Service("submitter", SubmitterApplication.class, settings)
                .with(Map.of("spring.config.name", "submitter", "spring.main.web-application-type", "none"))
                .start();
    }

    static Pair start(TestKafka broker, FakeJudge0 judge0) {
        var port = LoopbackPort.claim(LoopbackPort.ANY, "callbacks");
        return start("http://127.0.0.1:" + port, port, broker, judge0);
    }

    static Pair startCalledBackAt(String url, TestKafka broker, FakeJudge0 judge0) {
        return start(url, LoopbackPort.claim(LoopbackPort.ANY, "callbacks"), broker, judge0);
    }

    private static Pair start(String url, int port, TestKafka broker, FakeJudge0 judge0) {
        var settings = new HashMap<String, String>();
        settings.put("spring.config.name", "poller");
        settings.put("server.port", String.valueOf(port));
        settings.put("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("judgeflow.kafka.prefix", "t" + UUID.randomUUID());
        settings.put("judgeflow.kafka.partitions", "1");
        settings.put("judgeflow.judge0.urls", judge0.url().toString());
        settings.put("judgeflow.callback.url", url);
        settings.put("judgeflow.callback.secret", "0123456789abcdef0123456789abcdef");
        return new Pair(settings);
    }

    private TopicTail tail() {
        @SuppressWarnings("unchecked")
        ConsumerFactory<byte[], byte[]> consumers = poller.getBean(ConsumerFactory.class);
        var following =
                new TopicTail(consumers, kafka.prefix(), Clock.systemUTC()).on(Topics.VERDICTS, null, said::add);
        Topics.PENDING
                .delays()
                .forEach(delay -> following.on(Topics.pending(delay), null, token -> pending.incrementAndGet()));
        return following;
    }

    /** Waits until the submitter relies on callbacks. */
    void awaitTrust() {
        await().atMost(PATIENCE).until(() -> trusted() == 1);
    }

    double trusted() {
        return submitter
                .getBean(MeterRegistry.class)
                .get("judgeflow.callback.trusted")
                .gauge()
                .value();
    }

    CallbackUrls urls() {
        return submitter.getBean(CallbackUrls.class);
    }

    void submit(JobId id, String program, String expected) {
        var job = new JobSubmitted(
                Schema.VERSION,
                id,
                null,
                "bash",
                program,
                List.of(new TestCase(null, null, expected, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                Instant.now());
        submitter
                .getBean(EventPublisher.class)
                .publish(Topics.SUBMISSIONS, id, job)
                .block(PATIENCE);
    }

    /** Whether the poller is done with every token that there is. */
    boolean allPendingHandled() {
        return pending.get() > 0 && handled() == pending.get();
    }

    private long handled() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin
                    .listConsumerGroupOffsets(kafka.prefix() + "-poller")
                    .partitionsToOffsetAndMetadata()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .values()
                    .stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    List<Progress.Judged> judged(JobId job) {
        return said.stream()
                .filter(Progress.Judged.class::isInstance)
                .map(Progress.Judged.class::cast)
                .filter(judged -> judged.jobId().equals(job))
                .toList();
    }

    @Override
    public void close() {
        submitter.close();
        tail.stop();
        poller.close();
    }
}
