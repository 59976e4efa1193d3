package io.judgeflow.poller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.CallbackReader;
import io.judgeflow.judge0.callback.CallbackSettings;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.kafka.header.TraceHeader;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The endpoint with everything behind it but the brokers. */
class CallbackRoutesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final JobId JOB = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51");
    private static final Attempt ATTEMPT = new Attempt(JOB, 3, 2, "judge-a:2358");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String ACCEPTED = """
            {"stdout":"aGkK\\n","time":"0.018","memory":3488,"stderr":null,"token":"e9f799e2-a7a1-4a03-a4fe-094667b5ba20",
             "compile_output":null,"message":null,"status":{"id":3,"description":"Accepted"}}
            """;

    private final Brokers brokers = new Brokers();
    private final Addresses addresses = Addresses.madeAt(NOW, SECRET);
    private final CallbackUrls urls = addresses.urls();
    private final RecentlyJudged judged = new RecentlyJudged();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallbackOutbox outbox = new CallbackOutbox(
            new EventPublisher(brokers.template(), "test", "poller", CLOCK, Tracing.off()),
            judged,
            new JudgedStages(meters, Tracing.off()));
    private final CallbackRoutes routes =
            new CallbackRoutes(new CallbackReceiver(urls, new CallbackReader(1000), judged, outbox, CLOCK), meters);
    private final WebTestClient judge0 =
            WebTestClient.bindToRouterFunction(routes.callbacks(urls)).build();

    @AfterEach
    void stop() {
        outbox.destroy();
    }

    @Test
    void makesAVerdictOfACallback() {
        put(addresses.path(ATTEMPT), ACCEPTED)
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        await().until(() -> brokers.history().size() == 1);
        assertThat(brokers.history().getFirst().partition())
                .as("beside the submission")
                .isEqualTo(4);
        assertThat(published(Topics.VERDICTS))
                .singleElement()
                .isInstanceOfSatisfying(Progress.Judged.class, verdict -> {
                    assertThat(verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
                    assertThat(verdict.output().stdout()).isEqualTo("hi\n");
                    assertThat(new Attempt(verdict.jobId(), verdict.test(), verdict.attempt(), verdict.instance()))
                            .isEqualTo(ATTEMPT);
                });
        await().untilAsserted(() -> assertThat(judged.arrival(token(2))).contains(NOW));
        assertThat(judged.arrival(token(1))).isEmpty();
    }

    @Test
    void dropsARepeat() {
        for (int i = 0; i < 6; i++) {
            put(addresses.path(ATTEMPT), ACCEPTED).expectStatus().isNoContent();
        }
        assertThat(count("repeated")).isEqualTo(5);
        await().until(() -> judged.arrival(token(2)).isPresent());
        assertThat(brokers.history()).hasSize(1);
    }

    @Test
    void knowsFromTheAddressWhenTheRunWasSentAndInWhichTrace() {
        var trace = TraceParent.random();
        var address = URI.create(Objects.requireNonNull(urls.of(ATTEMPT, 4, trace.value())));
        put(address.getPath() + "?" + address.getQuery(), ACCEPTED)
                .expectStatus()
                .isNoContent();
        await().until(() -> brokers.history().size() == 1);
        assertThat(TraceHeader.of(brokers.history().getFirst().headers())).contains(trace);
        assertThat(published(Topics.VERDICTS))
                .singleElement()
                .extracting("times.takenAt")
                .isEqualTo(NOW);
    }

    @Test
    void takesTheResultOfAnOlderAttempt() {
        put(addresses.path(ATTEMPT), ACCEPTED).expectStatus().isNoContent();
        put(addresses.path(new Attempt(JOB, 3, 1, "judge-b:2358")), ACCEPTED)
                .expectStatus()
                .isNoContent();
        await().until(() -> brokers.history().size() == 2);
    }

    @Test
    void answersWithoutWaitingForTheBrokersAndForgetsWhatTheyDidNotTake() {
        brokers.away = true;
        put(addresses.path(ATTEMPT), ACCEPTED).expectStatus().isNoContent();
        await().until(() -> brokers.history().size() == 1);
        assertThat(judged.arrival(token(2))).isEmpty();
        brokers.errorNext(new IllegalStateException("away"));
        await().until(() -> {
            put(addresses.path(ATTEMPT), ACCEPTED).expectStatus().isNoContent();
            return count("judged") == 2;
        });
    }

    @Test
    void refusesVerdictsThatNobodyCouldTakeInTime() {
        brokers.stuck = true;
        for (int i = 0; i < 300; i++) {
            put(addresses.path(new Attempt(JOB, i, 1, "judge-a:2358")), ACCEPTED);
        }
        assertThat(count("overloaded")).isBetween(40.0, 44.0);
        brokers.stuck = false;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 99})
    void leavesToThePollWhatIsNoVerdict(int status) {
        put(addresses.path(ATTEMPT), ACCEPTED.replace("\"id\":3", "\"id\":" + status))
                .expectStatus()
                .isNoContent();
        assertThat(count("left_to_the_poll")).isEqualTo(1);
        assertThat(brokers.history()).isEmpty();
    }

    @Test
    void announcesATrial() {
        var id = UUID.randomUUID();
        put(Addresses.path(urls.ofTrial(id, "judge-a:2358")), ACCEPTED)
                .expectStatus()
                .isNoContent();
        await().until(() -> brokers.history().size() == 1);
        assertThat(published(Topics.CALLBACKS))
                .containsExactly(new CallbackHeard(Schema.VERSION, "judge-a:2358", id, NOW));
    }

    @Test
    void refusesWhatNobodySigned() {
        refused(addresses.path(ATTEMPT).replace("/4/3/2/", "/4/4/2/"), ACCEPTED, 403);
        refused(Addresses.madeAt(NOW, "another secret of 32 characters!").path(ATTEMPT), ACCEPTED, 403);
        refused("/callbacks/nonsense", ACCEPTED, 403);
        assertThat(count("forged")).isEqualTo(3);
    }

    @Test
    void refusesWhatHasExpired() {
        var old = Addresses.madeAt(NOW.minus(Duration.ofHours(3)), SECRET);
        refused(old.path(ATTEMPT), ACCEPTED, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "no JSON at all", "{\"status\":{\"id\":3}}"})
    void refusesWhatJudge0WouldNotSend(String body) {
        refused(addresses.path(ATTEMPT), body, 400);
    }

    @Test
    void refusesWhatIsTooLarge() {
        refused(addresses.path(ATTEMPT), ACCEPTED.replace("aGkK", "a".repeat(CallbackRoutes.LARGEST_BODY)), 413);
    }

    @Test
    void isNotThereWhenNoCallbacksAreWanted() {
        var none = new CallbackUrls(new CallbackSettings("", "", Duration.ofHours(1)), CLOCK);
        WebTestClient.bindToRouterFunction(routes.callbacks(none))
                .build()
                .put()
                .uri(addresses.path(ATTEMPT))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void refused(String path, String body, int status) {
        put(path, body)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isNotEmpty();
        assertThat(brokers.history()).isEmpty();
        assertThat(judged.arrival(token(2))).isEmpty();
    }

    private WebTestClient.ResponseSpec put(String path, String body) {
        return judge0.put()
                .uri(URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private double count(String outcome) {
        return meters.counter("judgeflow.callback.received", "outcome", outcome).count();
    }

    private <V> List<V> published(Topic<?, V> topic) {
        return brokers.history().stream()
                .filter(record -> record.topic().equals(topic.name("test")))
                .map(record -> topic.value().decode(record.value()))
                .toList();
    }

    private static PendingToken token(int attempt) {
        return new PendingToken(
                1, JOB, 3, attempt, "judge-a:2358", "t", new Origin(0, 0), "python", NOW, 0, NOW, null, false, NOW);
    }
}
