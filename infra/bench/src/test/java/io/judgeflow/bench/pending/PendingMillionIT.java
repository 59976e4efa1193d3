package io.judgeflow.bench.pending;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.bench.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code infra/bench/run pending-million}, small. */
class PendingMillionIT {

    private static final int TOKENS = 5_000;
    private static final int WARM_UP = 3_000;
    private static final int LATENESS = 1_000;

    @Test
    @Timeout(300)
    void asksAboutEveryTokenInTimeAndNeverEarly() {
        try (var place = new Place()) {
            var outcome = new Waiting(place, new Waiting.Size(1_000, WARM_UP, 128)).run(TOKENS);
            outcome.counted().verify();
            assertThat(outcome.early()).as("asked about early").isZero();
            assertThat(outcome.counted().count()).as("asked about").isEqualTo(TOKENS);
            assertThat(outcome.missing()).as("without a verdict").isZero();
            assertThat(outcome.counted().lateness(0.99))
                    .as("p99 of the lateness in ms")
                    .isLessThanOrEqualTo(LATENESS);
            assertThat(outcome.usage().cpu()).as("used by the poller").isPositive();
        }
    }
}
