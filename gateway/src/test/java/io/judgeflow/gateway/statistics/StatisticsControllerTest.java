package io.judgeflow.gateway.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.Distribution;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.gateway.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class StatisticsControllerTest {

    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");

    private final WebTestClient client;
    private final StatisticsView view;

    StatisticsControllerTest(WebTestClient client, StatisticsView view) {
        this.client = client;
        this.view = view;
    }

    @Test
    void answersTheNewestRowOfEachMinuteAndLanguageInOrder() {
        view.accept(row(1, "python", 1));
        view.accept(row(0, "python", 2));
        view.accept(row(0, "c", 3));
        view.accept(row(0, "python", 4));
        view.accept(row(2, "c", 5));
        get("?from=2026-11-23T08:00:30Z&to=2026-11-23T08:02:00Z")
                .jsonPath("$.minutes[*].submissions")
                .isEqualTo(List.of(3, 4, 1))
                .jsonPath("$.minutes[0].verdicts.memory_limit")
                .isEqualTo(2)
                .jsonPath("$.minutes[0].run_time.p99")
                .isEqualTo(9)
                .jsonPath("$.minutes[0].window")
                .isEqualTo("2026-11-23T08:00:00Z")
                .jsonPath("$.minutes[0].schema_version")
                .doesNotExist()
                .jsonPath("$.from")
                .isEqualTo("2026-11-23T08:00:00Z");
        get("?from=2026-11-23T08:00:00Z&to=2026-11-23T09:00:00Z&lang=Python3")
                .jsonPath("$.minutes[*].submissions")
                .isEqualTo(List.of(4, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=yesterday", "?to=1", "?from=2026-11-23T08:00:00Z&to=2026-11-23T07:00:00Z"})
    void refusesATimeThatIsNone(String query) {
        client.get()
                .uri("/api/statistics" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.BAD_REQUEST)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void keepsTheNewestMinutesOnly() {
        var small = new StatisticsView(new StatisticsSettings(Duration.ZERO, 2));
        small.accept(row(3, "c", 1));
        small.accept(row(1, "c", 1));
        small.accept(row(2, "c", 1));
        small.accept(row(2, "c", 2));
        assertThat(small.between(EIGHT, EIGHT.plusSeconds(600), null))
                .extracting(LanguageStatistics::window)
                .containsExactly(EIGHT.plusSeconds(120), EIGHT.plusSeconds(180));
    }

    private WebTestClient.BodyContentSpec get(String query) {
        return client.get()
                .uri("/api/statistics" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static LanguageStatistics row(int minute, String language, long submissions) {
        return new LanguageStatistics(
                Schema.VERSION,
                EIGHT.plusSeconds(60L * minute),
                language,
                submissions,
                Map.of(Verdict.MEMORY_LIMIT, 2L),
                new Distribution(1, 9, 9, 9, 9, "x"),
                Distribution.NONE,
                0,
                Map.of());
    }
}
