package io.judgeflow.scorer.scoring;

import static io.judgeflow.scorer.scoring.Deadlines.Of.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("deadlines").get();
    private final List<JobId> due = new ArrayList<>();
    private final Deadlines deadlines = new Deadlines(store);

    @Test
    void handsOutEachJobOnceWhenItIsDue() {
        var jobs = IntStream.range(0, 5)
                .mapToObj(i -> new JobId(UUID.randomUUID()))
                .toList();
        IntStream.range(0, 5).forEach(i -> deadlines.add(jobs.get(i), 1000L * i, PATIENCE));
        deadlines.due(2500, (handed, of) -> due.add(handed));
        assertThat(due).containsExactlyElementsOf(jobs.subList(0, 3));
        deadlines.due(3500, (handed, of) -> due.add(handed));
        deadlines.due(4500, (handed, of) -> due.add(handed));
        assertThat(due).containsExactlyElementsOf(jobs);
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void looksNoFurtherBackThanTheTimeBefore() {
        deadlines.due(2500, (handed, of) -> due.add(handed));
        store.put(key(1000, new JobId(UUID.randomUUID())), new byte[] {0});
        deadlines.due(3500, (handed, of) -> due.add(handed));
        assertThat(due).isEmpty();
    }

    @Test
    void findsAfterARestartWhatWasDueBefore() {
        var job = new JobId(UUID.randomUUID());
        deadlines.add(job, 1000, PATIENCE);
        new Deadlines(store).due(5000, (handed, of) -> due.add(handed));
        assertThat(due).containsExactly(job);
    }

    @Test
    void findsWhatIsAddedForATimeThatHasPassed() {
        var late = new JobId(UUID.randomUUID());
        deadlines.due(5000, (handed, of) -> due.add(handed));
        deadlines.add(late, 3000, PATIENCE);
        deadlines.due(6000, (handed, of) -> due.add(handed));
        assertThat(due).containsExactly(late);
    }

    @Test
    void waitsForAClockThatWasSetBack() {
        var job = new JobId(UUID.randomUUID());
        deadlines.due(5000, (handed, of) -> due.add(handed));
        deadlines.add(job, 5500, PATIENCE);
        deadlines.due(4000, (handed, of) -> due.add(handed));
        assertThat(due).isEmpty();
        deadlines.due(5500, (handed, of) -> due.add(handed));
        assertThat(due).containsExactly(job);
    }

    private static Bytes key(long millis, JobId job) {
        var name = job.toString().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(millis)
                .put(name)
                .array());
    }
}
