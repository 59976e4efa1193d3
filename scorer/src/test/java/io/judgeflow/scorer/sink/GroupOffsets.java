package io.judgeflow.scorer.sink;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** How far the sink's group has committed, over all partitions. */
final class GroupOffsets implements AutoCloseable {

    private final Admin admin;
    private final String group;

    GroupOffsets(String bootstrapServers, String prefix) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.group = prefix + "-sink";
    }

    long committed() throws Exception {
        return admin
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(10, TimeUnit.SECONDS)
                .values()
                .stream()
                .filter(Objects::nonNull)
                .mapToLong(offset -> offset.offset())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
