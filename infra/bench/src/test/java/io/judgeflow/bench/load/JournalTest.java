package io.judgeflow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final Journal journal = new Journal(8);

    @Test
    void knowsHowLongJobsOfEachPartOfThePlanTookInWhateverOrderTheyEnded() {
        for (var job = 7; job >= 0; job--) {
            took(job, job < 4 ? 1_000 : 10);
        }
        assertThat(journal.wholeTimes(2))
                .extracting(times -> times.at(0), times -> times.at(1))
                .containsExactly(tuple(1_000.0, 1_000.0), tuple(10.0, 10.0));
        assertThat(journal.wholeTime().at(0.5)).isEqualTo(10);
    }

    @Test
    void leavesOutWhatHasNotEnded() {
        took(0, 5);
        journal.meant(7, 1);
        assertThat(journal.wholeTimes(4)).extracting(times -> times.at(1)).containsExactly(5.0, 0.0, 0.0, 0.0);
    }

    private void took(int job, long millis) {
        journal.meant(job, 1);
        journal.ended(job, 1 + TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
