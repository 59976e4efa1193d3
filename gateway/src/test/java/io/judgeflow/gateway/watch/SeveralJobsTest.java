package io.judgeflow.gateway.watch;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.contracts.job.Status.RUNNING;
import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;
import static io.judgeflow.gateway.Jobs.state;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.Jobs;
import io.judgeflow.gateway.view.JobView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class SeveralJobsTest {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebTestClient client;
    private final JobView view;
    private final JobId a = oldId();
    private final JobId b = oldId();
    private final String user = "user-" + UUID.randomUUID();

    SeveralJobsTest(WebTestClient client, JobView view) {
        this.client = client;
        this.view = view;
    }

    @Test
    void tellsOfEachUntilTheLastHasEnded() {
        view.accept(queued(a));
        view.accept(state(b, RUNNING, 2));
        StepVerifier.create(states("?jobs=" + a + "," + b, null))
                .expectNext(a + " 1", b + " 2")
                .then(() -> view.accept(state(b, DONE, 3)))
                .expectNext(b + " 3")
                .then(() -> view.accept(state(a, DONE, 4)))
                .expectNext(a + " 4")
                .verifyComplete();
    }

    @Test
    void resumesEachBehindWhatTheClientHas() {
        view.accept(queued(a));
        view.accept(state(b, RUNNING, 2));
        var jobs = "?jobs=" + a + "," + b;
        var events = stream(jobs, null)
                .filter(event -> event.data() != null)
                .take(2)
                .collectList()
                .block();
        view.accept(state(a, RUNNING, 2));
        var afterFirst = requireNonNull(events).getFirst().id();
        StepVerifier.create(states(jobs, afterFirst).take(2))
                .expectNext(a + " 2", b + " 2")
                .verifyComplete();
        StepVerifier.create(states(jobs, events.getLast().id()).take(1))
                .expectNext(a + " 2")
                .verifyComplete();
        StepVerifier.create(
                        states("?jobs=" + b + "," + a, events.getLast().id()).take(2))
                .expectNext(b + " 2", a + " 2")
                .verifyComplete();
    }

    @Test
    void hasNothingToSayToWhoSawEveryEnd() {
        view.accept(state(a, DONE, 3));
        view.accept(state(b, DONE, 4));
        var jobs = "?jobs=" + a + "," + b;
        var last = stream(jobs, null).filter(event -> event.data() != null).blockLast();
        request(jobs, requireNonNull(last).id()).expectStatus().isEqualTo(HttpStatus.NO_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?jobs=", "?jobs=x", "?jobs=,", "?user=", "?user=u&jobs=x"})
    void refusesWhatItCannotUnderstand(String query) {
        request(query, null).expectStatus().isBadRequest();
    }

    @Test
    void isBounded() {
        var ids = Stream.generate(() -> oldId().toString()).limit(101).toList();
        request("?jobs=" + String.join(",", ids), null).expectStatus().isBadRequest();
        request("?jobs=" + a + "," + b, null).expectStatus().isNotFound();
    }

    @Test
    void tellsOfAllJobsOfAUserThatAreUnderWay() {
        view.accept(owned(oldId(), DONE, 9));
        view.accept(owned(a, RUNNING, 2));
        view.accept(state(oldId(), RUNNING, 2));
        StepVerifier.create(states("?user=" + user, null).take(4))
                .expectNext(a + " 2")
                .then(() -> view.accept(owned(b, RUNNING, 1)))
                .expectNext(b + " 1")
                .then(() -> view.accept(owned(a, DONE, 3)))
                .expectNext(a + " 3")
                .then(() -> view.accept(owned(b, DONE, 2)))
                .expectNext(b + " 2")
                .verifyComplete();
    }

    @Test
    void resumesAUsersJobsWithAllThatHasChanged() {
        view.accept(owned(a, RUNNING, 2));
        var first = stream("?user=" + user, null)
                .filter(event -> event.data() != null)
                .blockFirst();
        view.accept(owned(b, DONE, 2));
        StepVerifier.create(states("?user=" + user, requireNonNull(first).id()).take(1))
                .expectNext(b + " 2")
                .verifyComplete();
        for (var elsewhere : List.of("other-5", "nonsense", "-1")) {
            StepVerifier.create(states("?user=" + user, elsewhere).take(2))
                    .expectNext(a + " 2", b + " 2")
                    .verifyComplete();
        }
    }

    @Test
    void encodesAStateOnceForAllWhoReadIt() {
        view.accept(queued(a));
        var json = new JsonMapper();
        var settings = new StreamSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, DataSize.ofKilobytes(64));
        var shared = new SharedEvents(new LiveEvents(json, settings, Clock.systemUTC()), settings);
        assertThat(shared.of(queued(a))).isSameAs(shared.of(queued(a)));
        for (var i = 0; i < 1000; i++) {
            shared.of(state(oldId(), RUNNING, 2));
        }
        assertThat(shared.of(queued(a))).isSameAs(shared.of(queued(a)));
    }

    private JobResult owned(JobId id, Status status, long version) {
        var state = Jobs.state(id, status, version);
        return new JobResult(
                state.schemaVersion(),
                id,
                user,
                state.language(),
                null,
                status,
                state.score(),
                null,
                state.tests(),
                state.output(),
                1,
                version,
                state.createdAt(),
                state.updatedAt());
    }

    private WebTestClient.ResponseSpec request(String query, @Nullable String lastEventId) {
        var request = client.get().uri("/api/stream" + query);
        return (lastEventId == null ? request : request.header("Last-Event-ID", lastEventId)).exchange();
    }

    private Flux<ServerSentEvent<Map<String, Object>>> stream(String query, @Nullable String lastEventId) {
        return request(query, lastEventId)
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
    }

    private Flux<String> states(String query, @Nullable String lastEventId) {
        return stream(query, lastEventId)
                .filter(event -> event.data() != null)
                .map(event -> requireNonNull(event.data()))
                .map(state -> state.get("job_id") + " " + state.get("version"));
    }
}
