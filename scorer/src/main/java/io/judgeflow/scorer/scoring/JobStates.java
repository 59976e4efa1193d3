package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.job.JobId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The store of jobs, and beside it those states that are likely to be asked for next: the next record of a job mostly
 * comes within a second, and to read its state from bytes is a fifth of what a record costs. To be made anew whenever the
 * store is opened, as what a transaction had written may have been undone.
 */
final class JobStates {

    /** States that are kept beside the store, for each partition. */
    static final int MOST = 1000;

    /** In bytes; a larger one is not kept beside the store. */
    static final int LARGEST = 4096;

    private static final Codec<JobState> CODEC = new JsonCodec<>(JobState.class);

    private final KeyValueStore<JobId, byte[]> store;
    private final Map<JobId, JobState> unfinished = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, JobState> eldest) {
            return size() > MOST;
        }
    };

    JobStates(KeyValueStore<JobId, byte[]> store) {
        this.store = store;
    }

    /** Null when nothing is kept of the job. */
    @Nullable
    JobState get(JobId id) {
        var state = unfinished.get(id);
        if (state != null) {
            return state;
        }
        var bytes = store.get(id);
        return bytes == null ? null : CODEC.decode(bytes);
    }

    void put(JobId id, JobState state) {
        var bytes = CODEC.encode(state);
        store.put(id, bytes);
        unfinished.remove(id);
        if (!state.ended() && bytes.length <= LARGEST) {
            unfinished.put(id, state);
        }
    }

    void delete(JobId id) {
        store.delete(id);
        unfinished.remove(id);
    }
}
