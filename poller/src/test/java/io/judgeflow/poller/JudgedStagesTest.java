package io.judgeflow.poller;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.RunTimes;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class JudgedStagesTest {

    private static final Instant SEEN = Instant.parse("2026-11-23T08:00:10Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JudgedStages stages = new JudgedStages(meters, Tracing.off());

    @Test
    void partsTheTimeOfARunThatWasAskedAbout() {
        note(new RunTimes(SEEN.minusSeconds(4), 1.0, 2.0));
        assertThat(millis("judge0_queue")).isEqualTo(1_000);
        assertThat(millis("run")).isEqualTo(2_000);
        assertThat(millis("detected")).isEqualTo(1_000);
    }

    @Test
    void knowsOfARunThatWasCalledBackNoMoreThanItsProcessorTime() {
        note(new RunTimes(SEEN.minusSeconds(4), null, null));
        assertThat(millis("run")).isEqualTo(500);
        assertThat(meters.get("judgeflow.stage")
                        .tag("stage", "detected")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void takesNoTimeForDetectionWhereTheInstancesClockRunsFaster() {
        note(new RunTimes(SEEN.minusSeconds(1), 1.0, 2.0));
        assertThat(millis("detected")).isZero();
    }

    @Test
    void notesNothingThatWasNotWritten() {
        stages.noted(judged(null), Mono.error(new IllegalStateException("away")))
                .onErrorComplete()
                .block();
        assertThat(meters.get("judgeflow.stage").tag("stage", "run").timer().count())
                .isZero();
    }

    private void note(RunTimes times) {
        stages.noted(judged(times), Mono.empty()).block();
    }

    private double millis(String stage) {
        return meters.get("judgeflow.stage").tag("stage", stage).timer().totalTime(TimeUnit.MILLISECONDS);
    }

    private static Progress.Judged judged(@Nullable RunTimes times) {
        var output = new RunOutput(null, null, null, null, 0.5, 3000);
        return new Progress.Judged(
                Schema.VERSION, new JobId(new UUID(0, 0)), 0, 1, "a", Verdict.ACCEPTED, output, SEEN, times);
    }
}
