package io.judgeflow.telemetry.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageTimerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StageTimer timer = new StageTimer(meters, JobStage.JUDGE0_QUEUE);

    @Test
    void isThereBeforeAnythingHasPassed() {
        assertThat(meters.get("judgeflow.stage")
                        .tag("stage", "judge0_queue")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void addsUp() {
        timer.passed(Duration.ofMillis(30));
        timer.passed(Instant.ofEpochMilli(100), Instant.ofEpochMilli(150));
        var all = meters.get("judgeflow.stage").timer();
        assertThat(all.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(80);
    }

    @Test
    void takesNoTimeWhereClocksDisagree() {
        timer.passed(Instant.ofEpochMilli(150), Instant.ofEpochMilli(100));
        var all = meters.get("judgeflow.stage").timer();
        assertThat(all.count()).isEqualTo(1);
        assertThat(all.totalTime(TimeUnit.MILLISECONDS)).isZero();
    }

    @Test
    void takesAYearAtMostWhateverSomebodySaysOfTheBeginning() {
        timer.passed(Instant.MIN, Instant.MAX);
        var all = meters.get("judgeflow.stage").timer();
        assertThat(all.totalTime(TimeUnit.DAYS)).isEqualTo(365);
    }
}
