package io.judgeflow.kafka.listen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetTrackerTest {

    private final OffsetTracker tracker = new OffsetTracker();

    @Test
    void marksOnlyUpToTheFirstRecordThatHasNotEnded() {
        var first = tracker.start(10);
        var second = tracker.start(11);
        var third = tracker.start(15);
        third.end();
        second.end();
        assertThat(tracker.takeMark()).isEqualTo(-1);
        first.end();
        assertThat(tracker.takeMark()).isEqualTo(16);
    }

    @Test
    void givesEachMarkOnce() {
        tracker.start(0).end();
        assertThat(tracker.takeMark()).isEqualTo(1);
        assertThat(tracker.takeMark()).isEqualTo(-1);
    }

    @Test
    void isIdleWhenEverythingHasEnded() {
        var only = tracker.start(3);
        assertThat(tracker.idle()).isFalse();
        only.end();
        assertThat(tracker.idle()).isTrue();
    }

    @Test
    void tellsWhenEverythingThatHasStartedHasEnded() {
        assertThat(tracker.allEnded()).isDone();
        var first = tracker.start(1);
        var second = tracker.start(2);
        var all = tracker.allEnded();
        second.end();
        assertThat(all).isNotDone();
        first.end();
        assertThat(all).isDone();
    }
}
