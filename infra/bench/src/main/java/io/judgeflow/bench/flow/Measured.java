package io.judgeflow.bench.flow;

import io.judgeflow.bench.Latencies;
import io.judgeflow.bench.load.Journal;
import io.judgeflow.bench.system.Cost;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What became of the jobs of one stretch of load.
 *
 * @param planned jobs per second
 * @param overhead from the judge's end to the end that the client hears
 * @param requests to the judges
 * @param executed programs that the judges ran
 */
record Measured(
        double planned, int jobs, Journal journal, Latencies overhead, Cost cost, long requests, long executed) {

    private static final double HUNDREDTHS = 100.0;

    /** Everything there is to say. */
    Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("planned/s", Math.round(planned));
        figures.put("ended/s", Math.round(journal.perSecond()));
        figures.put("202 p50, ms", journal.acceptance().at(0.5));
        figures.put("202 p99", journal.acceptance().at(0.99));
        figures.put("end p50, ms", journal.wholeTime().at(0.5));
        figures.put("end p99", journal.wholeTime().at(0.99));
        figures.put("added p50, ms", overhead.at(0.5));
        figures.put("added p99", overhead.at(0.99));
        figures.put("judge requests/job", Math.round(requests * HUNDREDTHS / jobs) / HUNDREDTHS);
        if (!cost.parts().isEmpty()) {
            figures.put("CPU s/1,000", cost.cpuPerThousand(jobs));
            figures.put("of each", cost.cpuOfEach(jobs));
            figures.put("peak MiB", cost.peakMemory());
        }
        figures.put("not taken", journal.failures());
        figures.put("not ended", notEnded());
        return figures;
    }

    /** Jobs of which nothing has been heard for a minute. */
    int notEnded() {
        return jobs - journal.settled();
    }

    /** Whether each job was taken and has ended. */
    boolean complete() {
        return journal.failures().isEmpty() && notEnded() == 0;
    }

    /** From the first submission to the last end. */
    double seconds() {
        return Math.round(jobs / journal.perSecond() * 10) / 10.0;
    }

    /** The longest time in which no job ended, ms. */
    long longestPause() {
        var ends = journal.ends();
        return IntStream.range(1, ends.length)
                .mapToLong(i -> TimeUnit.NANOSECONDS.toMillis(ends[i] - ends[i - 1]))
                .max()
                .orElse(0);
    }
}
