package io.judgeflow.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Settings;
import io.judgeflow.judge0.callback.CallbackSettings;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.CancelledJobs;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** From a received record to what is published, with two instances and without a broker. */
class SubmissionListenerTest {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final byte[] KEY = "key".getBytes(UTF_8);
    private static final byte[] BYTES = "as received".getBytes(UTF_8);

    private final FakeJudge0 first = FakeJudge0.start();
    private final FakeJudge0 second = FakeJudge0.start();
    private final Clock clock = Clock.systemUTC();
    private final Judge0Fleet fleet =
            new Judge0Fleet(Judge0Settings.of(List.of(first.url(), second.url())), new SimpleMeterRegistry(), clock);
    private final MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final CancelledJobs cancelled = new CancelledJobs(
            new DefaultKafkaConsumerFactory<>(Map.of()),
            new KafkaSettings("localhost:9092", "judgeflow", 6, (short) 1, Map.of()),
            clock);
    private SubmissionListener listener;

    @BeforeEach
    void wire() {
        var kafka = new KafkaTemplate<>(new DefaultKafkaProducerFactory<byte[], byte[]>(Map.of()) {
            @Override
            protected Producer<byte[], byte[]> createRawProducer(Map<String, Object> settings) {
                return broker;
            }
        });
        var languages = new KnownLanguages(fleet);
        var bash = List.of(new Language(46, "Bash (5.0.0)"));
        languages.learn(first.instance(), bash);
        languages.learn(second.instance(), bash);
        var callbacks = new TrustedCallbacks(fleet, new SimpleMeterRegistry());
        listener = new SubmissionListener(
                fleet,
                dispatcher(languages, callbacks),
                new OutcomePublisher(
                        new EventPublisher(kafka, "judgeflow", "submitter", clock),
                        new DeadLetters(kafka, "judgeflow"),
                        new FirstDelay(callbacks),
                        clock),
                cancelled,
                new FirstTaken((partition, from, to) -> Mono.just(List.of())));
    }

    private Dispatcher dispatcher(KnownLanguages languages, TrustedCallbacks callbacks) {
        var urls = new CallbackUrls(new CallbackSettings("", "", Duration.ofHours(1)), clock);
        return new Dispatcher(
                fleet, languages, new Runs(languages, urls, callbacks), new DeferralPolicy(Duration.ofHours(1)), clock);
    }

    @AfterEach
    void close() {
        fleet.close();
        first.close();
        second.close();
    }

    @Test
    void leavesAnInstanceForLastThatFailsRunsAgainAndAgain() {
        IntStream.range(0, 5).forEach(i -> deferred(0, first.instance()));
        var before = second.executed();

        submitted(clock.instant());

        assertThat(second.executed()).isEqualTo(before + 1);
        assertThat(first.executed()).isZero();
    }

    @Test
    void doesNotBlameAnInstanceForJobsThatOnlyWaited() {
        IntStream.range(0, 5).forEach(i -> deferred(1, first.instance()));
        IntStream.range(0, 5).forEach(i -> deferred(0, null));

        submitted(clock.instant());

        assertThat(first.executed()).isEqualTo(6);
    }

    @Test
    void putsAJobAsideThatIsGivenUpBesidesItsVerdict() {
        first.goDown();
        second.goDown();

        submitted(clock.instant().minus(Duration.ofHours(2)));

        assertThat(broker.history()).hasSize(2);
        assertThat(Topics.VERDICTS.value().decode(sentTo("judgeflow.verdicts").value()))
                .isInstanceOf(Progress.GaveUp.class);
        var letter = sentTo("judgeflow.dead-letters");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(BYTES);
        assertThat(letter.headers().lastHeader("dl_stage").value()).isEqualTo("submitter".getBytes(UTF_8));
        assertThat(new String(letter.headers().lastHeader("dl_reason").value(), UTF_8))
                .contains("no Judge0 instance took it");
    }

    @Test
    void doesNotSendWhatWasCancelled() {
        var job = job(clock.instant());
        cancelled.add(job.jobId());

        listener.submitted(received(job.jobId(), job)).block(WAIT);

        assertThat(first.executed()).isZero();
        assertThat(broker.history()).isEmpty();
    }

    private ProducerRecord<byte[], byte[]> sentTo(String topic) {
        return broker.history().stream()
                .filter(sent -> sent.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private void submitted(Instant createdAt) {
        var job = job(createdAt);
        listener.submitted(received(job.jobId(), job)).block(WAIT);
    }

    private void deferred(int deferrals, @Nullable String avoid) {
        var job = job(clock.instant());
        var deferred = new JobDeferred(
                Schema.VERSION,
                job,
                new Origin(0, 0),
                List.of(0),
                2,
                deferrals,
                clock.instant(),
                avoid,
                "it failed: Internal Error");
        listener.deferred(received(job.jobId(), deferred)).block(WAIT);
    }

    private static <V> Received<JobId, V> received(JobId job, V value) {
        return new Received<>(job, value, new ConsumerRecord<>("some.topic", 0, 7, KEY, BYTES));
    }

    private static JobSubmitted job(Instant createdAt) {
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
