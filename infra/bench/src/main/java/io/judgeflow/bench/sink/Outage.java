package io.judgeflow.bench.sink;

import io.judgeflow.bench.History;
import io.judgeflow.bench.Place;
import io.judgeflow.bench.Scorer;
import io.judgeflow.contracts.event.JobResult;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The database is stopped in the middle and comes back: nothing is lost, nothing goes back, memory stays as it was. */
final class Outage {

    private static final int VERSIONS = 5;
    private static final int SAMPLES = 12;

    private Outage() {}

    /** The figures; fails when a row is not the newest state of its job. */
    static Map<String, Object> measure(Place place, int results, Duration away) {
        var prefix = "outage-" + UUID.randomUUID();
        var newest = publish(place, prefix, results / VERSIONS);
        var figures = new LinkedHashMap<String, Object>();
        var heap = new ArrayList<Long>();
        try (var scorer = Scorer.start(place, prefix, Stream.settings(place))) {
            var progress = new Progress(scorer.metrics());
            heap.add(heap());
            Stream.until(() -> progress.begun() > results / 3, "a third of them");
            var start = place.stopDatabase();
            sample(heap, away);
            var written = progress.begun();
            start.run();
            var back = System.nanoTime();
            Stream.until(() -> progress.ended() >= results, "all in the table");
            figures.put("caught up after, s", seconds(System.nanoTime() - back));
            heap.add(heap());
            figures.put("written before, results", written);
        }
        Stream.verify(place, newest);
        figures.put("rows that are not the newest state", 0);
        figures.put("heap after collection over time, MiB", heap);
        return figures;
    }

    /** All states of each job, version by version, and so each job's far apart; gives the last ones. */
    private static List<JobResult> publish(Place place, String prefix, int jobs) {
        var histories = java.util.stream.Stream.generate(() -> History.of(History.job(1), VERSIONS))
                .limit(jobs)
                .toList();
        for (int version = 0; version < VERSIONS; version++) {
            var at = version;
            Stream.publish(
                    place,
                    prefix,
                    histories.stream().map(states -> states.get(at)).toList());
        }
        return histories.stream().map(List::getLast).toList();
    }

    private static void sample(List<Long> heap, Duration time) {
        for (int i = 0; i < SAMPLES; i++) {
            LockSupport.parkNanos(time.dividedBy(SAMPLES).toNanos());
            heap.add(heap());
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e8) / 10.0;
    }
}
