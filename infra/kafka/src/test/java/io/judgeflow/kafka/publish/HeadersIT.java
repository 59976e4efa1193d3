package io.judgeflow.kafka.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaContext;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** What the publisher writes and the listener passes on, over a real broker. */
class HeadersIT {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");
    private static final TraceParent TRACE = TraceParent.random();

    private static final BlockingQueue<ConsumerRecord<byte[], byte[]>> FOLLOWING = new LinkedBlockingQueue<>();
    private static TestKafka broker;
    private static AnnotationConfigApplicationContext context;

    /** Whatever is cancelled is followed by a verdict; both are listened to. */
    @BeforeAll
    static void start(@TempDir Path directory) {
        broker = TestKafka.start(directory);
        context = KafkaContext.with(
                Map.of(
                        "judgeflow.kafka.bootstrap-servers",
                        broker.bootstrapServers(),
                        "spring.application.name",
                        "tester"),
                Clock.fixed(NOW, ZoneOffset.UTC));
        var cancelled = new Subscription<>(
                Topics.CANCELLATIONS,
                received -> events().publish(Topics.VERDICTS, 0, received.key(), received.value()));
        var verdicts = new Subscription<>(
                Topics.VERDICTS, received -> Mono.fromRunnable(() -> FOLLOWING.add(received.record())));
        context.getBean(TopicListener.Factory.class)
                .listen(Stage.POLLER, ListenerSettings.of("test", 10), List.of(cancelled, verdicts))
                .start();
    }

    @AfterAll
    static void stop() {
        context.close();
        broker.close();
    }

    @Test
    void saysWhatItIs() throws InterruptedException {
        var job = new JobId(UUID.randomUUID());
        var first = following(cancel(job));
        assertThat(first)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "io.judgeflow.progress-cancelled.v1")
                .containsEntry("ce_source", "/judgeflow/tester")
                .containsEntry("ce_time", NOW.toString())
                .containsEntry("content-type", "application/json");
        assertThat(following(cancel(job))).containsEntry("ce_id", first.get("ce_id"));
        assertThat(following(cancel(new JobId(UUID.randomUUID()))).get("ce_id")).isNotEqualTo(first.get("ce_id"));
    }

    @Test
    void whatFollowsIsInTheSameTrace() throws InterruptedException {
        var traced = cancel(new JobId(UUID.randomUUID())).contextWrite(with -> with.put(TraceParent.class, TRACE));
        assertThat(following(traced))
                .containsEntry(TraceParent.HEADER, TRACE.value())
                .hasSize(7);
    }

    @Test
    void whatFollowsFromARecordWithoutATraceIsInANewOne() throws InterruptedException {
        assertThat(TraceParent.of(
                        following(cancel(new JobId(UUID.randomUUID()))).get(TraceParent.HEADER)))
                .isPresent();
    }

    @Test
    void whatIsGatheredSaysTheSameAndIsSentByAProducerThatWaits() throws InterruptedException {
        var job = new JobId(UUID.randomUUID());
        var gathering = context.getBean(EventPublisher.GATHERING, EventPublisher.class);
        var gathered = gathering.publish(Topics.VERDICTS, 0, job, Progress.Cancelled.of(job, NOW));
        assertThat(following(gathered)).containsEntry("ce_source", "/judgeflow/tester");
        assertThat(linger("gatheringTemplate")).isEqualTo(20);
        assertThat(linger("kafkaTemplate")).as("of all else").isEqualTo(0);
    }

    private static @Nullable Object linger(String template) {
        return context.getBean(template, KafkaTemplate.class)
                .getProducerFactory()
                .getConfigurationProperties()
                .get(ProducerConfig.LINGER_MS_CONFIG);
    }

    private static Mono<Void> cancel(JobId job) {
        return events().publish(Topics.CANCELLATIONS, job, Progress.Cancelled.of(job, NOW));
    }

    private static Map<String, String> following(Mono<Void> publication) throws InterruptedException {
        publication.block();
        var record = FOLLOWING.poll(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        assertThat(record).isNotNull();
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }

    private static EventPublisher events() {
        return context.getBean(EventPublisher.class);
    }
}
