package io.judgeflow.scorer.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.JobId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which jobs to look at when; ordered by time, so that looking costs what is due and not what is kept. */
final class Deadlines {

    /** What a deadline is the end of. */
    enum Of {
        /** Of what is kept of a job that has ended; those of earlier versions are all read as such. */
        RETENTION(0),
        /** Of the patience with one that has not. */
        PATIENCE(1);

        private final byte number;

        Of(int number) {
            this.number = (byte) number;
        }

        private static Of of(byte[] bytes) {
            return bytes[0] == PATIENCE.number ? PATIENCE : RETENTION;
        }
    }

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

    void add(JobId id, long millis, Of of) {
        from = Math.min(from, millis);
        var name = id.toString().getBytes(UTF_8);
        var key = ByteBuffer.allocate(Long.BYTES + name.length).putLong(millis).put(name);
        store.put(Bytes.wrap(key.array()), new byte[] {of.number});
    }

    /** Hands out every job that is due, and forgets that it was. Looks no further back than the time before. */
    void due(long now, BiConsumer<JobId, Of> job) {
        if (now < from) {
            return;
        }
        var due = new ArrayList<KeyValue<Bytes, byte[]>>();
        try (var range = store.range(key(from), key(now + 1))) {
            range.forEachRemaining(due::add);
        }
        from = now + 1;
        for (var entry : due) {
            store.delete(entry.key);
            job.accept(id(entry.key.get()), Of.of(entry.value));
        }
    }

    private static JobId id(byte[] key) {
        return JobId.of(new String(key, Long.BYTES, key.length - Long.BYTES, UTF_8));
    }

    private static Bytes key(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }
}
