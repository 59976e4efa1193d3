package io.judgeflow.bench.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.bench.load.ByGateway.Following;
import io.judgeflow.bench.load.Program;
import io.judgeflow.bench.system.Hearing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The scenarios with whole jobs, made short: what they count is right, whatever the figures are. */
class FlowIT {

    private static final Program PROGRAM = new Program(Duration.ofMillis(50));

    @Test
    void aClientOfTheJudgeAloneAsksUntilItsProgramHasEnded() {
        try (var trial = Trial.direct(PROGRAM)) {
            var measured = trial.run(20, 2);

            assertThat(measured.journal().ends()).hasSize(40);
            assertThat(measured.requests()).isGreaterThanOrEqualTo(80);
            assertThat(measured.journal().wholeTime().at(0)).isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void everyJobEndsOnItsClientsStreamAndWhatItCostIsKnown() {
        try (var trial = Trial.start(2, PROGRAM, Hearing.CALLED_BACK, Following.JOBS, 5)) {
            var measured = trial.run(20, 3);

            assertThat(measured.journal().failures()).isEmpty();
            assertThat(measured.journal().ends()).hasSize(60);
            assertThat(measured.executed()).isEqualTo(60);
            assertThat(measured.journal().wholeTime().at(0)).isGreaterThanOrEqualTo(50);
            var parts = measured.cost().parts();
            assertThat(parts).containsOnlyKeys("scorer", "poller", "submitter", "gateway", "kafka", "PostgreSQL");
            // Sixty rows cost PostgreSQL less than a tick of the clock that counts its time.
            assertThat(parts.entrySet())
                    .filteredOn(part -> !part.getKey().equals("PostgreSQL"))
                    .allSatisfy(part ->
                            assertThat(part.getValue().cpu()).as(part.getKey()).isPositive());
            survivesTheFirstJudge(trial);
        }
    }

    private static void survivesTheFirstJudge(Trial trial) {
        var first = trial.judges().instances().getFirst();
        first.goDown();
        var before = first.executed();
        var measured = trial.run(20, 2);

        assertThat(measured.journal().ends()).hasSize(40);
        assertThat(first.executed()).isEqualTo(before);
    }
}
