package io.judgeflow.gateway.leaderboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.gateway.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@GatewayTest
class LeaderboardTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final WebTestClient client;
    private final BoardView view;
    private final ProblemId problem = new ProblemId(UUID.randomUUID().toString());

    LeaderboardTest(WebTestClient client, BoardView view) {
        this.client = client;
        this.view = view;
    }

    @Test
    void ranksTheBestOfEachUser() {
        List.of(entry("ann", 30, 1), entry("bob", 100, 5), entry("ann", 100, 7), entry("ann", 60, 8), entry("cy", 0, 2))
                .forEach(view::accept);
        get("").jsonPath("$.problem")
                .isEqualTo(problem.value())
                .jsonPath("$.places.length()")
                .isEqualTo(3)
                .jsonPath("$.places[0].rank")
                .isEqualTo(1)
                .jsonPath("$.places[0].user_id")
                .isEqualTo("bob")
                .jsonPath("$.places[1].user_id")
                .isEqualTo("ann")
                .jsonPath("$.places[1].score")
                .isEqualTo(100)
                .jsonPath("$.places[1].finished_at")
                .isEqualTo("2026-11-23T08:00:07Z");
        get("?limit=1").jsonPath("$.places.length()").isEqualTo(1);
    }

    @Test
    void hasNoPlacesForAProblemThatNobodyHasDone() {
        get("").jsonPath("$.places.length()").isEqualTo(0);
    }

    @Test
    void refusesALimitAndAProblemThatCannotBe() {
        for (var path : List.of("/a?limit=0", "/a?limit=101", "/a?limit=many", "/a b")) {
            client.get()
                    .uri("/api/leaderboard" + path)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.BAD_REQUEST)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void streamsTheBoardAndItsChanges() {
        view.accept(entry("ann", 30, 1));
        StepVerifier.create(scores())
                .expectNext("ann 30")
                .then(() -> view.accept(entry("bob", 60, 2)))
                .expectNext("bob 60")
                .then(() -> view.accept(entry("bob", 20, 3)))
                .then(() -> view.accept(entry("ann", 100, 4)))
                .expectNext("ann 100")
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void showsALivingStreamWhileNothingChanges() {
        StepVerifier.create(stream().filter(event -> event.comment() != null).take(2))
                .expectNextCount(2)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void keepsTheBestOfManyAndOnlySoManyProblems() {
        var small = new BoardView(new LeaderboardSettings(2, 2, Duration.ofMillis(1)));
        for (int i = 0; i < 100; i++) {
            small.accept(entry("user-" + i, i, i));
        }
        assertThat(small.best(problem, 9).orElseThrow())
                .extracting(LeaderboardEntry::userId)
                .containsExactly("user-99", "user-98");
        small.accept(entry("user-1", 100, 200));
        assertThat(small.best(problem, 9).orElseThrow())
                .extracting(LeaderboardEntry::userId)
                .containsExactly("user-1", "user-99");
        small.accept(of(new ProblemId("second"), "ann", 1, 1));
        assertThat(small.best(new ProblemId("third"), 9)).hasValue(List.of());
        small.accept(of(new ProblemId("third"), "ann", 1, 1));
        assertThat(small.best(problem, 9)).isEmpty();
        small.accept(entry("late", 7, 7));
        assertThat(small.best(problem, 9)).isEmpty();
    }

    private Flux<String> scores() {
        return stream().filter(event -> event.data() != null).map(event -> {
            var best = (Map<?, ?>)
                    ((List<?>) requireNonNull(requireNonNull(event.data()).get("places"))).getFirst();
            return best.get("user_id") + " " + best.get("score");
        });
    }

    private Flux<ServerSentEvent<Map<String, Object>>> stream() {
        return client.get()
                .uri("/api/leaderboard/" + problem)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
    }

    private WebTestClient.BodyContentSpec get(String query) {
        return client.get()
                .uri("/api/leaderboard/" + problem + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private LeaderboardEntry entry(String user, int score, int second) {
        return of(problem, user, score, second);
    }

    private static LeaderboardEntry of(ProblemId problem, String user, int score, int second) {
        return new LeaderboardEntry(
                Schema.VERSION,
                problem,
                user,
                score,
                new JobId(UUID.randomUUID()),
                "python",
                START.plusSeconds(second));
    }
}
