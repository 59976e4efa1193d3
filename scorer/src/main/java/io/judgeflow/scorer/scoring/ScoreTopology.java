package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.scorer.leaderboard.LeaderboardTopology;
import io.judgeflow.scorer.serde.CodecSerde;
import io.judgeflow.scorer.statistics.StatisticsSettings;
import io.judgeflow.scorer.statistics.StatisticsTopology;
import io.judgeflow.scorer.told.Told;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** Submissions and verdicts, folded per job, to results; and what is made of results: leaderboards and statistics. */
final class ScoreTopology {

    /** The store of one state per job. */
    static final String JOBS = "jobs";

    /** The store of when to look at which job. */
    static final String DEADLINES = "deadlines";

    private ScoreTopology() {}

    /**
     * @param prefix first part of the topics' names
     * @param headers of what is told
     */
    static Topology build(
            String prefix,
            Patience patience,
            StatisticsSettings statistics,
            CloudEventHeaders headers,
            FoldMeters meters) {
        var builder = new StreamsBuilder();
        var told = fold(builder, prefix, patience, meters);
        var results = told.mapValues(Told::result, Named.as("results"));
        results.to(
                Topics.RESULTS.name(prefix),
                Produced.with(CodecSerde.of(Topics.RESULTS.key()), CodecSerde.event(Topics.RESULTS.value(), headers)));
        LeaderboardTopology.add(builder, results, prefix, headers);
        StatisticsTopology.add(builder, told, prefix, statistics, headers);
        return builder.build();
    }

    private static KStream<JobId, Told> fold(
            StreamsBuilder builder, String prefix, Patience patience, FoldMeters meters) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(JOBS),
                CodecSerde.of(Topics.RESULTS.key()),
                CodecSerde.of(new JsonCodec<>(JobState.class))));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(DEADLINES), Serdes.Bytes(), Serdes.ByteArray()));
        // One under another key is the submitter's to put aside, as all that is wrong there.
        var submitted = source(builder, Topics.SUBMISSIONS, prefix)
                .filter((id, job) -> job.jobId().equals(id), Named.as("own-key"))
                .<Fact>mapValues(Fact.Submitted::new);
        var learned = source(builder, Topics.VERDICTS, prefix).<Fact>mapValues(Fact.Learned::new);
        return submitted
                .merge(learned, Named.as("facts"))
                .process(() -> new JobFold(patience, meters), Named.as("fold"), JOBS, DEADLINES);
    }

    private static <K, V> KStream<K, V> source(StreamsBuilder builder, Topic<K, V> topic, String prefix) {
        var consumed = Consumed.with(CodecSerde.strict(topic.key()), CodecSerde.strict(topic.value()))
                .withName(topic.base());
        return builder.stream(topic.name(prefix), consumed);
    }
}
