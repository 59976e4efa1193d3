package io.judgeflow.kafka.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaContext;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The listener against a real broker. */
class TopicListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DELAY = Duration.ofMillis(500);
    private static final Topic<JobId, PendingToken> TOPIC = Topics.pending(DELAY);

    private static TestKafka broker;

    private final Map<String, Instant> handled = new ConcurrentHashMap<>();
    private final String prefix = "t" + UUID.randomUUID();
    private AnnotationConfigApplicationContext context;

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker = TestKafka.start(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void connect() {
        context = KafkaContext.with(
                Map.of(
                        "judgeflow.kafka.bootstrap-servers",
                        broker.bootstrapServers(),
                        "judgeflow.kafka.partitions",
                        "3",
                        "judgeflow.kafka.prefix",
                        prefix),
                Clock.systemUTC());
    }

    @AfterEach
    void disconnect() {
        context.close();
    }

    @Test
    void handlesNothingBeforeItIsDueAndNothingMuchLater() {
        publish(IntStream.range(0, 200).mapToObj(i -> token("t" + i, DELAY)).toList());
        var due = Instant.now().plus(DELAY);
        var listener = listen(10_000, received -> note(received.value().token()));
        await().atMost(PATIENCE).until(() -> handled.size() == 200);
        listener.stop();
        assertThat(handled.values()).allSatisfy(at -> assertThat(at).isAfterOrEqualTo(due.minus(DELAY)));
    }

    @Test
    void isNotHeldUpByARecordThatTakesForEver() {
        publish(IntStream.range(0, 2_000)
                .mapToObj(i -> token("t" + i, Duration.ZERO))
                .toList());
        var never = Sinks.<Void>empty();
        var listener = listen(
                100,
                received -> received.value().token().equals("t3")
                        ? never.asMono()
                        : note(received.value().token()));
        await().atMost(PATIENCE).until(() -> handled.size() == 1_999);
        never.tryEmitEmpty();
        listener.stop();
    }

    @Test
    void hasNoMoreUnderWayThanItsWindow() {
        publish(IntStream.range(0, 300)
                .mapToObj(i -> token("t" + i, Duration.ZERO))
                .toList());
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var listener = listen(
                7,
                received -> Mono.fromRunnable(() -> most.accumulateAndGet(underWay.incrementAndGet(), Math::max))
                        .then(Mono.delay(Duration.ofMillis(5)))
                        .doOnNext(tick -> underWay.decrementAndGet())
                        .then(note(received.value().token())));
        await().atMost(PATIENCE).until(() -> handled.size() == 300);
        listener.stop();
        assertThat(most).hasValueBetween(2, 7);
    }

    @Test
    void handlesAgainAfterARestartOnlyWhatHadNotEnded() {
        publish(IntStream.range(0, 100)
                .mapToObj(i -> token("t" + i, Duration.ZERO))
                .toList());
        var first = listen(1_000, received -> note(received.value().token()));
        await().atMost(PATIENCE).until(() -> handled.size() == 100);
        first.stop();
        handled.clear();
        publish(List.of(token("new", Duration.ZERO)));
        var second = listen(1_000, received -> note(received.value().token()));
        await().atMost(PATIENCE).until(() -> handled.containsKey("new"));
        second.stop();
        assertThat(handled).hasSize(1);
    }

    @Test
    void putsAsideWhatItCannotReadOrHandleAndGoesOn() {
        @SuppressWarnings("unchecked")
        KafkaTemplate<byte[], byte[]> raw = context.getBean(KafkaTemplate.class);
        var key = TOPIC.key().encode(id());
        raw.send(new ProducerRecord<>(TOPIC.name(prefix), key, "nonsense".getBytes(UTF_8)))
                .join();
        raw.send(new ProducerRecord<>(TOPIC.name(prefix), key, null)).join();
        publish(List.of(token("far", Duration.ofDays(40_000)), token("bad", Duration.ZERO)));
        publish(List.of(token("good", Duration.ZERO)));
        var listener = listen(
                10,
                received -> received.value().token().equals("bad")
                        ? Mono.error(new IllegalStateException("cannot"))
                        : note(received.value().token()));
        await().atMost(PATIENCE).until(() -> handled.containsKey("good"));
        var letters = new Letters(broker.bootstrapServers(), prefix);
        assertThat(letters.read(4, PATIENCE))
                .extracting(TopicListenerIT::reason)
                .contains("malformed JSON, at line 1, column 1")
                .anyMatch(reason -> reason.contains("missing"))
                .anyMatch(reason -> reason.contains("notBefore"))
                .anyMatch(reason -> reason.contains("cannot"));
        listener.stop();
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("dl_reason").value(), UTF_8);
    }

    @Test
    void handsPartitionsOverWithoutHandlingRecordsTwice() {
        var published = new AtomicInteger();
        var byFirst = new AtomicInteger();
        var bySecond = new AtomicInteger();
        var first = listen(20, received -> slowly(received.value().token(), byFirst));
        publish(IntStream.range(0, 1_000)
                .mapToObj(i -> token("t" + published.getAndIncrement(), Duration.ZERO))
                .toList());
        await().atMost(PATIENCE).until(() -> byFirst.get() > 0);
        var second = listen(20, received -> slowly(received.value().token(), bySecond));
        await().atMost(PATIENCE).until(() -> {
            // The stream goes on until both have a share of it.
            publish(IntStream.range(0, 100)
                    .mapToObj(i -> token("t" + published.getAndIncrement(), Duration.ZERO))
                    .toList());
            return byFirst.get() > 100 && bySecond.get() > 100;
        });
        first.stop();
        await().atMost(PATIENCE).until(() -> handled.size() == published.get());
        second.stop();
        assertThat(byFirst.get() + bySecond.get()).isBetween(published.get(), published.get() + 5);
    }

    private Mono<Void> slowly(String token, AtomicInteger times) {
        return Mono.delay(Duration.ofMillis(20))
                .doOnNext(tick -> times.incrementAndGet())
                .then(note(token));
    }

    private Mono<Void> note(String token) {
        return Mono.fromRunnable(() -> handled.put(token, Instant.now()));
    }

    private TopicListener listen(int window, Handler<JobId, PendingToken> handler) {
        var listener = context.getBean(TopicListener.Factory.class)
                .listen(Stage.POLLER, ListenerSettings.of("test", window), List.of(new Subscription<>(TOPIC, handler)));
        listener.start();
        return listener;
    }

    private void publish(List<PendingToken> tokens) {
        var events = context.getBean(EventPublisher.class);
        Flux.fromIterable(tokens)
                .flatMap(token -> events.publish(TOPIC, token.jobId(), token))
                .blockLast(PATIENCE);
    }

    private static PendingToken token(String token, Duration delay) {
        var now = Instant.now();
        return new PendingToken(
                Schema.VERSION,
                id(),
                0,
                1,
                "judge:1",
                token,
                new Origin(0, 0),
                "python",
                now.plus(delay),
                0,
                now,
                null,
                false,
                now);
    }

    private static JobId id() {
        return new JobId(UUID.randomUUID());
    }
}
