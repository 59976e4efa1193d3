package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.scorer.scoring.Facts.dispatched;
import static io.judgeflow.scorer.scoring.Facts.job;
import static io.judgeflow.scorer.scoring.Facts.judged;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.Scoring;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldMetersTest {

    private Driven driven;

    @BeforeEach
    void start(@TempDir Path directory) {
        driven = new Driven(directory);
    }

    @AfterEach
    void stop() {
        driven.driver.close();
    }

    @Test
    void countsEachFactThatChangedSomething() {
        driven.submit(job(Scoring.DEFAULT, 1, 1));
        driven.learn(dispatched(1, 0, 1));
        driven.learn(judged(0, 1, ACCEPTED));
        driven.learn(judged(0, 2, ACCEPTED));
        driven.learn(judged(1, 1, ACCEPTED));
        assertThat(driven.meters
                        .get("judgeflow.stage")
                        .tag("stage", "scored")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void countsAJobOnceByItsVerdict() {
        driven.submit(job(Scoring.DEFAULT, 1));
        driven.learn(judged(0, 1, ACCEPTED));
        driven.learn(judged(0, 1, ACCEPTED));
        assertThat(driven.meters
                        .get("judgeflow.job")
                        .tag("verdict", "accepted")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
