package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.scorer.scoring.Facts.dispatched;
import static io.judgeflow.scorer.scoring.Facts.job;
import static io.judgeflow.scorer.scoring.Facts.judged;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.telemetry.trace.TraceParent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told says what it is, and to which trace it belongs. */
class HeadersTest {

    private static final TraceParent TRACE = TraceParent.random();

    private Driven driven;

    @BeforeEach
    void start(@TempDir Path directory) {
        driven = new Driven(directory);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void everyResultIsACloudEventOfItsOwn() {
        driven.submit(job(Scoring.DEFAULT, 1), TRACE);
        driven.learn(judged(0, 1, ACCEPTED), TRACE);
        var told = headers(Topics.RESULTS);
        assertThat(told)
                .hasSize(3)
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry("ce_specversion", "1.0")
                        .containsEntry("ce_type", "io.judgeflow.job-result.v1")
                        .containsEntry("ce_source", "/judgeflow/scorer")
                        .containsEntry("ce_time", Driven.START.toString())
                        .containsEntry("content-type", "application/json")
                        .containsEntry("traceparent", TRACE.value())
                        .hasSize(7));
        assertThat(told).extracting(headers -> headers.get("ce_id")).doesNotHaveDuplicates();
    }

    @Test
    void aFactWithoutATraceIsToldInThatOfItsJob() {
        driven.submit(job(Scoring.DEFAULT, 1), TRACE);
        driven.learn(judged(0, 1, ACCEPTED));
        assertThat(headers(Topics.RESULTS))
                .extracting(headers -> headers.get("traceparent"))
                .containsExactly(TRACE.value(), TRACE.value(), TRACE.value());
    }

    @Test
    void aJobWhoseSubmissionHasNoTraceIsInThatOfItsFirstFact() {
        driven.submit(job(Scoring.DEFAULT, 1));
        driven.learn(dispatched(1, 0), TRACE);
        driven.learn(judged(0, 1, ACCEPTED), TraceParent.random());
        assertThat(headers(Topics.RESULTS))
                .extracting(headers -> headers.get("traceparent"))
                .containsExactly(null, TRACE.value(), TRACE.value());
    }

    @Test
    void whatIsGivenUpIsToldInTheTraceOfItsJob() {
        driven.submit(job(Scoring.DEFAULT, 1), TRACE);
        headers(Topics.RESULTS);
        driven.driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(headers(Topics.RESULTS))
                .singleElement()
                .extracting(headers -> headers.get("traceparent"))
                .isEqualTo(TRACE.value());
    }

    @Test
    void whatIsMadeOfResultsHasATypeOfItsOwn() {
        driven.submit(answer(), TRACE);
        driven.learn(judged(0, 1, ACCEPTED), TRACE);
        driven.driver.advanceWallClockTime(Duration.ofMinutes(1));
        assertThat(headers(Topics.LEADERBOARD))
                .singleElement()
                .satisfies(headers -> assertThat(headers)
                        .containsEntry("ce_type", "io.judgeflow.leaderboard-entry.v1")
                        .containsEntry("traceparent", TRACE.value())
                        .hasSize(7));
        assertThat(headers(Topics.STATISTICS))
                .isNotEmpty()
                .allSatisfy(headers -> assertThat(headers)
                        .containsEntry("ce_type", "io.judgeflow.language-statistics.v1")
                        .doesNotContainKey("traceparent"));
    }

    private static JobSubmitted answer() {
        var job = job(Scoring.DEFAULT, 1);
        return new JobSubmitted(
                Schema.VERSION,
                job.jobId(),
                "u",
                job.language(),
                job.code(),
                job.tests(),
                Limits.NONE,
                Scoring.DEFAULT,
                job.createdAt(),
                null,
                new ProblemId("p"),
                null);
    }

    private List<Map<String, String>> headers(Topic<?, ?> topic) {
        return driven.records(topic).stream()
                .map(record -> texts(record.headers()))
                .toList();
    }

    private static Map<String, String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }
}
