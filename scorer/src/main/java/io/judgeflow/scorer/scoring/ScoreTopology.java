package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** Submissions and verdicts, folded per job, to results. */
final class ScoreTopology {

    /** The store of one state per job. */
    static final String JOBS = "jobs";

    /** The store of when to look at which job. */
    static final String DEADLINES = "deadlines";

    private ScoreTopology() {}

    /** @param prefix first part of the topics' names */
    static Topology build(String prefix, Patience patience) {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(JOBS),
                serde(Topics.RESULTS.key()),
                serde(new JsonCodec<>(JobState.class))));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(DEADLINES), Serdes.Bytes(), Serdes.ByteArray()));
        var submitted = source(builder, Topics.SUBMISSIONS, prefix).<Fact>mapValues(Fact.Submitted::new);
        var learned = source(builder, Topics.VERDICTS, prefix).<Fact>mapValues(Fact.Learned::new);
        submitted
                .merge(learned, Named.as("facts"))
                .process(() -> new JobFold(patience), Named.as("fold"), JOBS, DEADLINES)
                .to(
                        Topics.RESULTS.name(prefix),
                        Produced.with(serde(Topics.RESULTS.key()), serde(Topics.RESULTS.value())));
        return builder.build();
    }

    private static <K, V> KStream<K, V> source(StreamsBuilder builder, Topic<K, V> topic, String prefix) {
        var consumed = Consumed.with(strict(topic.key()), strict(topic.value())).withName(topic.base());
        return builder.stream(topic.name(prefix), consumed);
    }

    private static <T> Serde<T> strict(Codec<T> codec) {
        return Serdes.serdeFrom((topic, value) -> codec.encode(value), (topic, bytes) -> {
            if (bytes == null) {
                throw new IllegalArgumentException("key or value is missing");
            }
            return codec.decode(bytes);
        });
    }

    private static <T> Serde<T> serde(Codec<T> codec) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : codec.encode(value),
                (topic, bytes) -> bytes == null ? null : codec.decode(bytes));
    }
}
