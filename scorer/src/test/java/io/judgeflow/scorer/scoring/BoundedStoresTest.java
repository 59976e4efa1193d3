package io.judgeflow.scorer.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class BoundedStoresTest {

    private final BoundedStores stores = new BoundedStores();

    @Test
    void allStoresOfAProcessShareTheirMemory() {
        RocksDB.loadLibrary();
        try (var one = options();
                var other = options()) {
            stores.setConfig("one", one, Map.of(BoundedStores.MEMORY, 1 << 20));
            stores.setConfig("other", other, Map.of(BoundedStores.MEMORY, 1 << 20));
            assertThat(one.writeBufferManager()).isNotNull().isSameAs(other.writeBufferManager());
            stores.close("one", one);
        }
        try (var later = options()) {
            stores.setConfig("later", later, Map.of(BoundedStores.MEMORY, 1 << 20));
            assertThat(later.writeBufferManager().isOwningHandle())
                    .as("still open")
                    .isTrue();
        }
    }

    private static Options options() {
        return new Options().setTableFormatConfig(new BlockBasedTableConfig());
    }
}
