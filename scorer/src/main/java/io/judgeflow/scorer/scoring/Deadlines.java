package io.judgeflow.scorer.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.JobId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which jobs to look at when; ordered by time, so that looking costs what is due and not what is kept. */
final class Deadlines {

    private static final byte[] NOTHING = {0};

    private final KeyValueStore<Bytes, byte[]> store;

    /**
     * Nothing is due before this, in ms since the epoch. What was deleted stays in a RocksDB store as tombstones until it
     * is compacted, and a look from the very beginning would pass over all of them each time.
     */
    private long from;

    /** @param store ordered by its bytes */
    Deadlines(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void add(JobId id, long millis) {
        from = Math.min(from, millis);
        var name = id.toString().getBytes(UTF_8);
        var key = ByteBuffer.allocate(Long.BYTES + name.length).putLong(millis).put(name);
        store.put(Bytes.wrap(key.array()), NOTHING);
    }

    /** Hands out every job that is due, and forgets that it was. Looks no further back than the time before. */
    void due(long now, Consumer<JobId> job) {
        if (now < from) {
            return;
        }
        var due = new ArrayList<Bytes>();
        try (var range = store.range(key(from), key(now + 1))) {
            range.forEachRemaining(entry -> due.add(entry.key));
        }
        from = now + 1;
        for (var key : due) {
            store.delete(key);
            job.accept(JobId.of(new String(key.get(), Long.BYTES, key.get().length - Long.BYTES, UTF_8)));
        }
    }

    private static Bytes key(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }
}
