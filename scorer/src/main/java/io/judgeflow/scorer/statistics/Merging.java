package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.event.LanguageStatistics;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts together what the partitions counted: the newest share of each, so that no order and no repetition matters. */
final class Merging implements Processor<String, Share, String, LanguageStatistics> {

    private final StatisticsSettings settings;

    /** The latest time of a share; ms since the epoch. */
    private long latest;

    private @Nullable ProcessorContext<String, LanguageStatistics> context;
    private @Nullable ShareStore shares;

    Merging(StatisticsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, LanguageStatistics> context) {
        this.context = context;
        this.shares = new ShareStore(context.getStateStore(StatisticsTopology.MERGED));
    }

    @Override
    public void process(Record<String, Share> record) {
        var store = Objects.requireNonNull(shares);
        var share = record.value();
        latest = Math.max(latest, record.timestamp());
        var oldest = latest - settings.keep().toMillis();
        var present = store.get(share.window(), share.language(), share.partition());
        if (share.window() < oldest || (present != null && present.size() > share.size())) {
            return;
        }
        store.put(share);
        var merged = Merged.of(store.of(share.window(), share.language()));
        Objects.requireNonNull(context).forward(record.withValue(merged));
        store.forgetBefore(oldest);
    }
}
