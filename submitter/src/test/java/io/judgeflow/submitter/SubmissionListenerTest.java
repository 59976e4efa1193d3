package io.judgeflow.submitter;

import static io.judgeflow.submitter.Records.BYTES;
import static io.judgeflow.submitter.Records.KEY;
import static io.judgeflow.submitter.Records.job;
import static io.judgeflow.submitter.Records.received;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Settings;
import io.judgeflow.judge0.callback.CallbackSettings;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.TopicCare;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.CancelledJobs;
import io.judgeflow.telemetry.trace.Tracing;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import reactor.core.publisher.Mono;

/** From a received record to what is published, with two instances and without a broker. */
class SubmissionListenerTest {

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final FakeJudge0 first = FakeJudge0.start();
    private final FakeJudge0 second = FakeJudge0.start();
    private final Clock clock = Clock.systemUTC();
    private final Judge0Fleet fleet =
            new Judge0Fleet(Judge0Settings.of(List.of(first.url(), second.url())), new SimpleMeterRegistry(), clock);
    private final Broker broker = new Broker();
    private final CancelledJobs cancelled = new CancelledJobs(
            new DefaultKafkaConsumerFactory<>(Map.of()),
            new KafkaSettings("localhost:9092", "judgeflow", TopicCare.CREATE, 6, (short) 1, Map.of()),
            clock);
    private SubmissionListener listener;

    @BeforeEach
    void wire() {
        var kafka = broker.template();
        var events = new EventPublisher(kafka, "judgeflow", "submitter", clock, Tracing.off());
        var meters = new SimpleMeterRegistry();
        var languages = new KnownLanguages(fleet);
        for (var judge : List.of(first, second)) {
            languages.learn(judge.instance(), List.of(new Language(46, "Bash (5.0.0)")));
        }
        var callbacks = new TrustedCallbacks(fleet, new SimpleMeterRegistry());
        listener = new SubmissionListener(
                fleet,
                dispatcher(languages, callbacks),
                new OutcomePublisher(
                        events,
                        events,
                        new DeadLetters(kafka, "judgeflow", meters),
                        new FirstDelay(callbacks),
                        new SubmitterMeters(meters),
                        clock),
                new Wanted(cancelled, new FirstTaken((partition, from, to) -> Mono.just(List.of()))),
                meters,
                clock);
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

        submitted(job(clock.instant()), clock.instant().minus(Duration.ofHours(2)));

        assertThat(broker.history()).hasSize(2);
        assertThat(Topics.VERDICTS
                        .value()
                        .decode(broker.sentTo("judgeflow.verdicts").value()))
                .isInstanceOf(Progress.GaveUp.class);
        var letter = broker.sentTo("judgeflow.dead-letters");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(BYTES);
        assertThat(letter.headers().lastHeader("dl_stage").value()).isEqualTo("submitter".getBytes(UTF_8));
        assertThat(new String(letter.headers().lastHeader("dl_reason").value(), UTF_8))
                .contains("no Judge0 instance took it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"})
    void countsAJobsAgeFromWhenTheBrokersHadItWhateverItsMakersClockSays(Instant createdAt) {
        first.goDown();
        second.goDown();

        var written = clock.instant().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        submitted(job(createdAt), written);
        assertThat(putOff().submittedAt()).isEqualTo(written);

        submitted(job(createdAt), clock.instant().minus(Duration.ofHours(2)));
        assertThat(broker.sentTo("judgeflow.dead-letters").value()).isEqualTo(BYTES);
    }

    @Test
    void keepsAJobToTheInstanceThatAskedToWait() {
        first.fail(Fault.tooManyRequests(null).times(1));
        submitted(clock.instant());
        assertThat(putOff().keepTo()).isEqualTo(first.instance());
        assertThat(second.requests(Call.SUBMIT)).isZero();

        first.goDown();
        await().untilAsserted(() -> {
            listener.deferred(received(putOff().jobId(), putOff(), clock.instant()))
                    .block(WAIT);
            assertThat(second.executed()).as("once its time to wait is over").isOne();
        });
    }

    @Test
    void aJobThatWasPutOffByAClockAheadOfOursGrowsOldAllTheSame() {
        first.goDown();
        second.goDown();
        var now = clock.instant();
        var deferred = new JobDeferred(
                Schema.VERSION, job(now), new Origin(0, 0), List.of(0), 1, 0, now, null, null, "", Instant.MAX);
        listener.deferred(received(deferred.jobId(), deferred, now)).block(WAIT);
        assertThat(putOff().submittedAt()).isBeforeOrEqualTo(clock.instant());
    }

    private JobDeferred putOff() {
        var delay = Topics.DEFERRALS.rung(0);
        return Topics.deferred(delay)
                .value()
                .decode(broker.sentTo(Topics.deferred(delay).name("judgeflow")).value());
    }

    @Test
    void doesNotSendWhatWasCancelled() {
        var job = job(clock.instant());
        cancelled.add(job.jobId());

        submitted(job, clock.instant());

        assertThat(first.executed()).isZero();
        assertThat(broker.history()).isEmpty();
    }

    private void submitted(Instant at) {
        submitted(job(at), at);
    }

    private void submitted(JobSubmitted job, Instant writtenAt) {
        listener.submitted(received(job.jobId(), job, writtenAt)).block(WAIT);
    }

    private void deferred(int deferrals, @Nullable String avoid) {
        var now = clock.instant();
        var why = "it failed: Internal Error";
        var deferred = new JobDeferred(
                Schema.VERSION, job(now), new Origin(0, 0), List.of(0), 2, deferrals, now, avoid, null, why, now);
        listener.deferred(received(deferred.jobId(), deferred, now)).block(WAIT);
    }
}
