package io.judgeflow.bench.pending;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.testkit.guarantee.NeverAskedEarly;
import io.judgeflow.testkit.process.GarbageLog;
import io.judgeflow.testkit.process.GarbageLog.Collection;
import io.judgeflow.testkit.process.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final Schedule schedule = new Schedule(10_000, 6_000, 2_000, 4_000);

    @Test
    void tokensAreDueOneAfterTheOther() {
        assertThat(schedule.due(0)).isEqualTo(10_000);
        assertThat(schedule.due(2_000)).isEqualTo(11_000);
        assertThat(schedule.untilAllAreDue(9_000)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void tokensOfTheWarmUpDoNotCount() {
        var timeline = new Timeline(schedule);
        timeline.asked(schedule.due(3_999), schedule.due(3_999) + 500);
        timeline.asked(schedule.due(4_000), schedule.due(4_000) + 3);

        assertThat(timeline.counted().count()).isEqualTo(1);
        assertThat(timeline.counted().lateness(1)).isEqualTo(3);
        assertThat(timeline.count()).isEqualTo(2);
    }

    @Test
    void theTargetIsMissedEarlyOrLateOrWithoutVerdictOrWithAHeapThatGrows() {
        assertThat(PendingMillion.reached(outcome(5, 0, 0, 50), 10)).isTrue();
        assertThat(PendingMillion.reached(outcome(5, 1, 0, 50), 10)).isFalse();
        assertThat(PendingMillion.reached(outcome(15, 0, 0, 50), 10)).isFalse();
        assertThat(PendingMillion.reached(outcome(5, 0, 1, 50), 10)).isFalse();
        assertThat(PendingMillion.reached(outcome(5, 0, 0, 80), 10)).isFalse();
    }

    private static Waiting.Outcome outcome(int late, long early, long missing, int heapInTheEnd) {
        var counted = new NeverAskedEarly();
        counted.asked(0, late);
        var collections = new GarbageLog(List.of(new Collection(50, 1), new Collection(heapInTheEnd, 1)));
        return new Waiting.Outcome(counted, early, missing, collections, Usage.NONE);
    }
}
