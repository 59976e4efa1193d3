package io.judgeflow.testkit.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** How much topics were given, and how far their readers are. Failures of the brokers are unchecked. */
public final class Offsets implements AutoCloseable {

    private final Admin admin;

    /** @param bootstrapServers host:port, with commas between */
    public Offsets(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** How many records a topic was ever given. */
    public long written(String topic) {
        try {
            return ends(List.of(topic)).values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records of these topics that a group has not committed. */
    public long behind(String group, List<String> topics) {
        try {
            var ends = ends(topics);
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var mark = committed.get(end.getKey());
                        return end.getValue().offset() - (mark == null ? 0 : mark.offset());
                    })
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<String> topics)
            throws InterruptedException, ExecutionException {
        var latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(Offsets::partitions)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
