package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.GAVE_UP;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {

    private Driven driven;

    @BeforeEach
    void start(@TempDir Path directory) {
        driven = new Driven(directory);
        driven.driver.advanceWallClockTime(Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void countsAJobInTheMinuteOfItsSubmissionAndInThatOfItsEnd() {
        var job = submit("python", 50);
        driven.learn(new Progress.Dispatched(Schema.VERSION, job, List.of(0), 1, "judge-a:2358", second(51)));
        judge(job, 62, 1, ACCEPTED);
        var minutes = told();
        assertThat(minutes).hasSize(2);
        assertThat(minutes.getFirst().window()).isEqualTo(Driven.START);
        assertThat(minutes.getFirst().submissions()).isEqualTo(1);
        assertThat(minutes.getFirst().verdicts()).isEmpty();
        var end = minutes.getLast();
        assertThat(end.window()).isEqualTo(second(60));
        assertThat(end.submissions()).isZero();
        assertThat(end.verdicts()).containsOnlyKeys(ACCEPTED);
        assertThat(end.runTime().p99()).isEqualTo(100);
        assertThat(end.queueTime().max()).isBetween(990L, 1010L);
        assertThat(end.instances()).containsEntry("judge-a:2358", 1L);
    }

    @Test
    void putsTogetherWhatALanguageIsCalled() {
        for (var name : List.of("python", "Python3", "py", "Python (3.8.1)")) {
            judge(submit(name, 1), 2, 2, WRONG_ANSWER);
        }
        assertThat(told()).singleElement().satisfies(minute -> {
            assertThat(minute.language()).isEqualTo("python");
            assertThat(minute.submissions()).isEqualTo(4);
            assertThat(minute.verdicts()).containsEntry(WRONG_ANSWER, 4L);
            assertThat(minute.fallbacks()).isEqualTo(4);
        });
    }

    @Test
    void countsAJobOnceWhateverComesOfItAgain() {
        var job = submit("python", 1);
        judge(job, 2, 1, ACCEPTED);
        judge(job, 3, 2, WRONG_ANSWER);
        driven.submit(job(job, "python", 1));
        assertThat(told()).singleElement().satisfies(minute -> {
            assertThat(minute.submissions()).isEqualTo(1);
            assertThat(minute.verdicts()).isEqualTo(Map.of(ACCEPTED, 1L));
        });
    }

    @Test
    void countsAJobWhoseVerdictCameFirst() {
        var job = new JobId(UUID.randomUUID());
        judge(job, 2, 1, ACCEPTED);
        driven.submit(job(job, "c", 1));
        assertThat(told()).singleElement().satisfies(minute -> {
            assertThat(minute.submissions()).isEqualTo(1);
            assertThat(minute.verdicts()).containsEntry(ACCEPTED, 1L);
        });
    }

    @Test
    void countsAJobThatWasGivenUp() {
        submit("c", 1);
        told();
        driven.driver.advanceWallClockTime(Duration.ofMinutes(66));
        assertThat(told())
                .singleElement()
                .satisfies(minute -> assertThat(minute.verdicts()).containsEntry(GAVE_UP, 1L));
    }

    @Test
    void leavesOutWhatIsFarTooLateOrTooEarly() {
        driven.driver.advanceWallClockTime(Duration.ofHours(2));
        submit("c", 3600);
        submit("c", 1);
        submit("c", 999_999);
        assertThat(told()).singleElement().satisfies(minute -> {
            assertThat(minute.window()).isEqualTo(second(3600));
            assertThat(minute.submissions()).isEqualTo(1);
        });
    }

    @Test
    void boundsHowManyLanguagesAMinuteHas() {
        for (int i = 0; i < 200; i++) {
            submit("made-up-" + (char) ('a' + i % 26) + (char) ('a' + i / 26), 1);
        }
        var minutes = told();
        assertThat(minutes).hasSizeLessThanOrEqualTo(65);
        assertThat(minutes.stream().mapToLong(LanguageStatistics::submissions).sum())
                .isEqualTo(200);
    }

    private JobId submit(String language, long second) {
        var id = new JobId(UUID.randomUUID());
        driven.submit(job(id, language, second));
        return id;
    }

    private static JobSubmitted job(JobId id, String language, long second) {
        var tests = List.of(new TestCase(null, null, "1", 1));
        return new JobSubmitted(
                Schema.VERSION, id, "ann", language, "code", tests, Limits.NONE, Scoring.DEFAULT, second(second));
    }

    private void judge(JobId id, int second, int attempt, Verdict verdict) {
        var output = new RunOutput("1", null, null, null, 0.1, 1000);
        driven.learn(
                new Progress.Judged(Schema.VERSION, id, 0, attempt, "judge-a:2358", verdict, output, second(second)));
    }

    private static Instant second(long second) {
        return Driven.START.plusSeconds(second);
    }

    private List<LanguageStatistics> told() {
        driven.driver.advanceWallClockTime(Duration.ofSeconds(1));
        return driven.told(Topics.STATISTICS);
    }
}
