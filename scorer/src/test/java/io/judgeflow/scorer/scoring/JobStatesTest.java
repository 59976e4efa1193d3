package io.judgeflow.scorer.scoring;

import static io.judgeflow.scorer.scoring.Facts.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.scorer.serde.CodecSerde;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobStatesTest {

    private static final JobState SUBMITTED =
            JobState.NOTHING.submitted(Facts.job(Scoring.DEFAULT, 1), 5).state();

    private final KeyValueStore<JobId, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("jobs"), CodecSerde.of(Topics.RESULTS.key()), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final JobStates jobs = new JobStates(store);

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void writesEveryStateAndReadsOnlyWhatItDoesNotHold() {
        jobs.put(JOB, SUBMITTED);
        assertThat(new JobStates(store).get(JOB)).isEqualTo(SUBMITTED);
        assertThat(held(JOB)).isTrue();
    }

    @Test
    void holdsNoneThatHasEnded() {
        jobs.put(JOB, SUBMITTED);
        var ended = SUBMITTED.learned(Facts.judged(0, 1, Verdict.ACCEPTED), 6).state();
        jobs.put(JOB, ended);
        assertThat(jobs.get(JOB)).isEqualTo(ended);
        assertThat(held(JOB)).isFalse();
    }

    @Test
    void forgetsWhatIsDeleted() {
        jobs.put(JOB, SUBMITTED);
        jobs.delete(JOB);
        assertThat(jobs.get(JOB)).isNull();
        assertThat(store.get(JOB)).isNull();
    }

    @Test
    void holdsNoLargeStateAndNotTheSmallOneBeforeIt() {
        jobs.put(JOB, SUBMITTED);
        var remark = "x".repeat(JobStates.LARGEST);
        var early = JobState.NOTHING
                .learned(new Progress.GaveUp(1, JOB, 0, remark, Facts.at(1)), 6)
                .state();
        jobs.put(JOB, early);
        assertThat(jobs.get(JOB)).isEqualTo(early);
        assertThat(held(JOB)).isFalse();
    }

    @Test
    void holdsNoMoreThanTheLatest() {
        jobs.put(JOB, SUBMITTED);
        for (int i = 1; i < JobStates.MOST; i++) {
            jobs.put(new JobId(UUID.randomUUID()), SUBMITTED);
        }
        assertThat(held(JOB)).isTrue();
        jobs.put(new JobId(UUID.randomUUID()), SUBMITTED);
        assertThat(held(JOB)).isFalse();
    }

    /** Whether what the store says has become of a job goes unnoticed. */
    private boolean held(JobId id) {
        var before = store.get(id);
        store.put(id, new JsonCodec<>(JobState.class).encode(JobState.NOTHING));
        var noticed = JobState.NOTHING.equals(jobs.get(id));
        store.put(id, before);
        return !noticed;
    }
}
