package io.judgeflow.scorer.leaderboard;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.header.CloudEventHeaders;
import io.judgeflow.scorer.serde.CodecSerde;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/** Results to leaderboards: by problem and user, the best one stays. */
public final class LeaderboardTopology {

    /** The store of the best of each user on each problem. */
    static final String BEST = "leaderboard";

    private LeaderboardTopology() {}

    /** Adds it to a topology that has results. */
    public static void add(
            StreamsBuilder builder, KStream<JobId, JobResult> results, String prefix, CloudEventHeaders headers) {
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(BEST), CodecSerde.text(), CodecSerde.of(Topics.LEADERBOARD.value())));
        results.flatMap((id, result) -> candidates(result), Named.as("leaderboard-candidates"))
                .repartition(Repartitioned.with(CodecSerde.text(), CodecSerde.of(Topics.LEADERBOARD.value()))
                        .withName("leaderboard"))
                .process(BestScore::new, Named.as("leaderboard-best"), BEST)
                .to(
                        Topics.LEADERBOARD.name(prefix),
                        Produced.with(CodecSerde.text(), CodecSerde.event(Topics.LEADERBOARD.value(), headers)));
    }

    /** None where the job has not come to a score, or belongs to no problem or to nobody. */
    private static List<KeyValue<String, LeaderboardEntry>> candidates(JobResult result) {
        if (result.status() != Status.DONE
                || result.score() == null
                || result.problem() == null
                || result.userId() == null) {
            return List.of();
        }
        var entry = new LeaderboardEntry(
                Schema.VERSION,
                result.problem(),
                result.userId(),
                result.score(),
                result.jobId(),
                result.language(),
                result.updatedAt());
        return List.of(KeyValue.pair(entry.key(), entry));
    }
}
