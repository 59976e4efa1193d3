package io.judgeflow.scorer.scoring;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * All stores of the process share so much memory, outside of the heap: Kafka Streams would give each store of each
 * partition its own, and a process that takes over others' partitions could not know what it needs. Made by Kafka
 * Streams, by its name.
 */
public final class BoundedStores implements RocksDBConfigSetter {

    /** The setting that says how much, in bytes. */
    static final String MEMORY = "judgeflow.store-memory";

    private static @Nullable Shared shared;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var memory = shared(Long.parseLong(String.valueOf(configs.get(MEMORY))));
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(memory.cache());
            // They would be beside it otherwise, and grow with the store.
            table.setCacheIndexAndFilterBlocks(true);
            table.setCacheIndexAndFilterBlocksWithHighPriority(true);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(memory.written());
    }

    /** What the stores share outlives each of them. */
    @Override
    public void close(String storeName, Options options) {}

    private static synchronized Shared shared(long bytes) {
        var present = shared;
        if (present == null) {
            present = Shared.of(bytes);
            shared = present;
        }
        return present;
    }

    /**
     * @param cache what was read
     * @param written what was written and is not on the disk yet; a part of the cache
     */
    private record Shared(Cache cache, WriteBufferManager written) {

        private static final int ANY_SHARDS = -1;
        private static final double FOR_INDEXES = 0.1;

        static Shared of(long bytes) {
            RocksDB.loadLibrary();
            var cache = new LRUCache(bytes, ANY_SHARDS, false, FOR_INDEXES);
            return new Shared(cache, new WriteBufferManager(bytes / 2, cache));
        }
    }
}
