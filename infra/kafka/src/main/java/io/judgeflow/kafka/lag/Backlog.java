package io.judgeflow.kafka.lag;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/** What a group has before it, as the brokers say. */
record Backlog(Admin admin, Consumption consumption) {

    /** Records by topic. */
    Mono<Map<String, Long>> byTopic() {
        return Mono.defer(
                        () -> answer(admin.describeTopics(consumption.topics()).allTopicNames()))
                .map(Backlog::partitions)
                .flatMap(partitions -> Mono.zip(
                                answer(admin.listConsumerGroupOffsets(consumption.group())
                                        .partitionsToOffsetAndMetadata()),
                                offsets(partitions, OffsetSpec.earliest()),
                                offsets(partitions, OffsetSpec.latest()))
                        .map(said -> partitions.stream()
                                .collect(groupingBy(
                                        TopicPartition::topic,
                                        summingLong(each -> lag(each, said.getT1(), said.getT2(), said.getT3()))))));
    }

    /** A group that has committed nothing has everything before it; what the brokers have deleted it never has. */
    private static long lag(
            TopicPartition partition,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, ListOffsetsResultInfo> begins,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        var begin = offset(begins, partition);
        var mark = committed.get(partition);
        return offset(ends, partition) - (mark == null ? begin : Math.max(begin, mark.offset()));
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), "the brokers answer for all that was asked")
                .offset();
    }

    private static Set<TopicPartition> partitions(Map<String, TopicDescription> topics) {
        return topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Collection<TopicPartition> partitions, OffsetSpec which) {
        return answer(admin.listOffsets(partitions.stream().collect(toMap(each -> each, each -> which)))
                .all());
    }

    private static <T> Mono<T> answer(KafkaFuture<T> future) {
        return Mono.fromCompletionStage(future.toCompletionStage());
    }
}
