package io.judgeflow.scorer.leaderboard;

import io.judgeflow.contracts.event.LeaderboardEntry;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best and tells it when it changes. The best of all stays the best in whatever order and however often they
 * come, so doing it twice changes nothing; one that is the best already is told again, as a crash may have come between.
 */
final class BestScore implements Processor<String, LeaderboardEntry, String, LeaderboardEntry> {

    private @Nullable ProcessorContext<String, LeaderboardEntry> context;
    private @Nullable KeyValueStore<String, LeaderboardEntry> best;

    @Override
    public void init(ProcessorContext<String, LeaderboardEntry> context) {
        this.context = context;
        this.best = context.getStateStore(LeaderboardTopology.BEST);
    }

    @Override
    public void process(Record<String, LeaderboardEntry> record) {
        var store = Objects.requireNonNull(best);
        var present = store.get(record.key());
        var entry = record.value();
        if (present == null || entry.beats(present)) {
            store.put(record.key(), entry);
            Objects.requireNonNull(context).forward(record);
        } else if (present.equals(entry)) {
            Objects.requireNonNull(context).forward(record);
        }
    }
}
