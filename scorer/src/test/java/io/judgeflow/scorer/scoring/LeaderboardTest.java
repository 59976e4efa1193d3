package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardTest {

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
    void tellsEachBetterScoreOfAUserOnAProblem() {
        run("two-sum", "ann", 1, WRONG_ANSWER);
        run("two-sum", "ann", 2, ACCEPTED);
        run("two-sum", "ann", 3, WRONG_ANSWER);
        run("two-sum", "bob", 4, ACCEPTED);
        run("three-sum", "ann", 5, WRONG_ANSWER);
        assertThat(driven.told(Topics.LEADERBOARD))
                .extracting(LeaderboardEntry::key, LeaderboardEntry::score)
                .containsExactly(
                        tuple("two-sum/ann", 30),
                        tuple("two-sum/ann", 100),
                        tuple("two-sum/bob", 100),
                        tuple("three-sum/ann", 30));
    }

    @Test
    void prefersTheEarlierOfTwoEqualScoresInWhateverOrderTheyCome() {
        run("two-sum", "ann", 9, ACCEPTED);
        run("two-sum", "ann", 5, ACCEPTED);
        run("two-sum", "ann", 7, ACCEPTED);
        assertThat(driven.told(Topics.LEADERBOARD))
                .extracting(LeaderboardEntry::finishedAt)
                .containsExactly(Facts.at(9), Facts.at(5));
    }

    @Test
    void keepsNoLeaderboardOfNoProblemAndOfNobody() {
        run(null, "ann", 1, ACCEPTED);
        run("two-sum", null, 2, ACCEPTED);
        assertThat(driven.told(Topics.LEADERBOARD)).isEmpty();
    }

    private void run(@Nullable String problem, @Nullable String user, int second, Verdict verdict) {
        var id = new JobId(UUID.randomUUID());
        driven.submit(new JobSubmitted(
                Schema.VERSION,
                id,
                user,
                "python",
                "code",
                List.of(new TestCase(null, null, "1", 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                Facts.SUBMITTED,
                null,
                problem == null ? null : new ProblemId(problem),
                null));
        var output = new RunOutput("1", null, null, null, 0.1, 1000);
        driven.learn(new Progress.Judged(Schema.VERSION, id, 0, 1, "judge-a:2358", verdict, output, Facts.at(second)));
    }
}
