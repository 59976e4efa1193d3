package io.judgeflow.scorer.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Shares, ordered by their minutes, so that neither putting some together nor forgetting old ones looks at all. */
final class ShareStore {

    private static final byte END = (byte) 0xFF;

    private final KeyValueStore<Bytes, Share> store;

    /** Nothing older is left; ms since the epoch. */
    private long from;

    /** @param store ordered by its bytes */
    ShareStore(KeyValueStore<Bytes, Share> store) {
        this.store = store;
    }

    @Nullable
    Share get(long window, String language, int partition) {
        return store.get(key(window, language, partition));
    }

    void put(Share share) {
        from = Math.min(from, share.window());
        store.put(key(share.window(), share.language(), share.partition()), share);
    }

    /** What every partition counted of a minute and language. */
    List<Share> of(long window, String language) {
        var name = (language + '\0').getBytes(UTF_8);
        var start =
                ByteBuffer.allocate(Long.BYTES + name.length).putLong(window).put(name);
        return range(start.array());
    }

    /** How many shares of a minute there are. */
    int sizeOf(long window) {
        return range(ByteBuffer.allocate(Long.BYTES).putLong(window).array()).size();
    }

    void each(Consumer<Share> consumer) {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> consumer.accept(entry.value));
        }
    }

    /** Forgets what is older than this. */
    void forgetBefore(long millis) {
        if (millis <= from) {
            return;
        }
        var old = new ArrayList<Bytes>();
        var start = Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(from).array());
        var end = Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
        try (var range = store.range(start, end)) {
            range.forEachRemaining(entry -> old.add(entry.key));
        }
        from = millis;
        old.forEach(store::delete);
    }

    private List<Share> range(byte[] prefix) {
        var end = ByteBuffer.allocate(prefix.length + 1).put(prefix).put(END).array();
        var found = new ArrayList<Share>();
        try (var range = store.range(Bytes.wrap(prefix), Bytes.wrap(end))) {
            range.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    private static Bytes key(long window, String language, int partition) {
        var name = (language + '\0' + partition).getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(window)
                .put(name)
                .array());
    }
}
