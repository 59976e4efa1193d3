package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/** Shares added up. Pure. */
final class Merged {

    private Merged() {}

    /** @param shares of one minute and language; at least one */
    static LanguageStatistics of(List<Share> shares) {
        var verdicts = new EnumMap<Verdict, Long>(Verdict.class);
        var instances = new TreeMap<String, Long>();
        var runTime = Spread.empty();
        var queueTime = Spread.empty();
        for (var share : shares) {
            share.verdicts().forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum));
            share.instances().forEach((instance, count) -> instances.merge(instance, count, Long::sum));
            runTime.add(share.runTime());
            queueTime.add(share.queueTime());
        }
        return new LanguageStatistics(
                Schema.VERSION,
                Instant.ofEpochMilli(shares.getFirst().window()),
                shares.getFirst().language(),
                shares.stream().mapToLong(Share::submissions).sum(),
                verdicts,
                runTime.distribution(),
                queueTime.distribution(),
                shares.stream().mapToLong(Share::fallbacks).sum(),
                instances);
    }
}
