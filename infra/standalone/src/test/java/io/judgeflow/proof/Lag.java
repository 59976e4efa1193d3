package io.judgeflow.proof;

import io.judgeflow.contracts.topic.Topics;
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

/** How far the services are behind. */
final class Lag implements AutoCloseable {

    private static final String PREFIX = Platform.PREFIX;

    private final Admin admin;

    Lag(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Records that nobody has ended yet, over all topics that work waits in. */
    long records() {
        try {
            var deferred = Topics.DEFERRALS.delays().stream().map(Topics::deferred);
            var pending = Topics.PENDING.delays().stream()
                    .map(delay -> Topics.pending(delay).name(PREFIX));
            return behind(
                            "submitter",
                            Stream.concat(Stream.of(Topics.SUBMISSIONS), deferred)
                                    .map(topic -> topic.name(PREFIX))
                                    .toList())
                    + behind("poller", pending.toList())
                    + behind("scorer", List.of(Topics.SUBMISSIONS.name(PREFIX), Topics.VERDICTS.name(PREFIX)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for the scorer alone, which may be all that runs. */
    long scorer() {
        try {
            return behind("scorer", List.of(Topics.SUBMISSIONS.name(PREFIX), Topics.VERDICTS.name(PREFIX)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records a topic was ever given. */
    long written(String topic) {
        try {
            return ends(List.of(topic)).values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long behind(String group, List<String> topics) throws InterruptedException, ExecutionException {
        var ends = ends(topics);
        var committed = admin.listConsumerGroupOffsets(PREFIX + "-" + group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    var mark = committed.get(end.getKey());
                    return end.getValue().offset() - (mark == null ? 0 : mark.offset());
                })
                .sum();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<String> topics)
            throws InterruptedException, ExecutionException {
        var latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(Lag::partitions)
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
