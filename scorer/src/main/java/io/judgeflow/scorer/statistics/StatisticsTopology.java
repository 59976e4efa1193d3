package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.scorer.serde.CodecSerde;
import io.judgeflow.scorer.told.Told;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/** What the fold tells, counted per partition, put together per minute and language. */
public final class StatisticsTopology {

    /** The store of what a partition counted. */
    static final String COUNTED = "statistics-counted";

    /** The store of what is put together. */
    static final String MERGED = "statistics-merged";

    private StatisticsTopology() {}

    /** Adds it to a topology that has a fold. */
    public static void add(
            StreamsBuilder builder,
            KStream<JobId, Told> told,
            String prefix,
            StatisticsSettings settings,
            CloudEventHeaders headers) {
        store(builder, COUNTED);
        store(builder, MERGED);
        told.process(() -> new Counting(prefix, settings), Named.as("statistics-counting"), COUNTED)
                .repartition(Repartitioned.with(CodecSerde.text(), CodecSerde.of(new JsonCodec<>(Share.class)))
                        .withName("statistics"))
                .process(() -> new Merging(settings), Named.as("statistics-merging"), MERGED)
                .to(
                        Topics.STATISTICS.name(prefix),
                        Produced.with(CodecSerde.text(), CodecSerde.event(Topics.STATISTICS.value(), headers)));
    }

    /** Every job changes the count of its minute: what is told to the changelog is what it has come to by a commit. */
    private static void store(StreamsBuilder builder, String name) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        CodecSerde.of(new JsonCodec<>(Share.class)))
                .withCachingEnabled());
    }
}
