package io.judgeflow.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GarbageLogTest {

    private static final String LOG = """
            [0.006s][info][gc] Using G1
            [0.512s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->4M(256M) 3.215ms
            [0.803s][info][gc] GC(1) Concurrent Mark Cycle 5.311ms
            [0.803s][info][gc] GC(1) Pause Remark 31M->31M(256M) 1.402ms
            [1.204s][info][gc] GC(2) Pause Young (Allocation Failure) 60M->19M(124M) 12.500ms
            """;

    private final GarbageLog log = GarbageLog.parse(LOG);

    @Test
    void knowsWhatCollectionsLeaveAndHowLongTheyStopTheProcess() {
        assertThat(log.collections()).hasSize(3);
        assertThat(log.mostHeap()).isEqualTo(31);
        assertThat(log.longestPause()).isEqualTo(12.5);
    }

    @Test
    void hasTwoHalves() {
        assertThat(log.firstHalf().mostHeap()).isEqualTo(4);
        assertThat(log.secondHalf().mostHeap()).isEqualTo(31);
    }

    @Test
    void leavesOutWhatWasBefore() {
        assertThat(log.since(log.firstHalf()).collections()).hasSize(2);
        assertThat(log.since(log).mostHeap()).isZero();
    }
}
