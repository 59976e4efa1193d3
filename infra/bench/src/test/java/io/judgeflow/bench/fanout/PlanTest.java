package io.judgeflow.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

    @Test
    void jobsEndOneAfterTheOtherHalfASecondAfterTheyBegin() {
        var plan = Plan.ownJobs(1_000, 1_000);

        assertThat(plan.ends(3)).containsExactly(500 * MILLISECOND, 501 * MILLISECOND, 502 * MILLISECOND);
        assertThat(plan.changes()).hasSize(2_000).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
        assertThat(plan.job(0)).isNotEqualTo(plan.job(1));
    }

    @Test
    void allListenToTheOneJobThatThereIs() {
        var plan = Plan.oneJob(100);

        assertThat(plan.job(7)).isEqualTo(plan.job(0));
        assertThat(plan.changes()).hasSize(101);
        assertThat(plan.last()).isEqualTo(102);
        assertThat(plan.ends(2)).containsExactly(1_010 * MILLISECOND, 1_010 * MILLISECOND);
    }
}
