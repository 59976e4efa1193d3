package io.judgeflow.bench.fanout;

import com.fasterxml.uuid.Generators;
import io.judgeflow.bench.History;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When results are to be written, whatever becomes of those before.
 *
 * @param first the state that each job has before
 * @param changes in the order of their time
 */
record Plan(List<JobResult> first, List<Change> changes) {

    private static final Duration RUN_TIME = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(10);

    /**
     * What is written at one time.
     *
     * @param at since the beginning, ns
     * @param job its number
     */
    record Change(long at, int job, JobResult state) {}

    /** So many jobs that begin and end one after the other, each after half a second. */
    static Plan ownJobs(int jobs, int perSecond) {
        var histories =
                Stream.generate(() -> History.of(young(1), 3)).limit(jobs).toList();
        var changes = new ArrayList<Change>();
        for (var job = 0; job < jobs; job++) {
            var begins = job * Duration.ofSeconds(1).toNanos() / perSecond;
            changes.add(new Change(begins, job, histories.get(job).get(1)));
            changes.add(new Change(
                    begins + RUN_TIME.toNanos(), job, histories.get(job).getLast()));
        }
        changes.sort(Comparator.comparingLong(Change::at));
        return new Plan(histories.stream().map(List::getFirst).toList(), changes);
    }

    /** One job that changes every ten milliseconds, once for each of its tests and at its end. */
    static Plan oneJob(int tests) {
        var history = History.of(young(tests), tests + 2);
        var changes = IntStream.range(1, history.size())
                .mapToObj(i -> new Change(i * TICK.toNanos(), 0, history.get(i)))
                .toList();
        return new Plan(history.subList(0, 1), changes);
    }

    /** By its id a gateway sees that a job is young, and waits for it. */
    private static JobSubmitted young(int tests) {
        var job = History.job(tests);
        return new JobSubmitted(
                job.schemaVersion(),
                new JobId(Generators.timeBasedEpochRandomGenerator().generate()),
                job.userId(),
                job.language(),
                job.code(),
                job.tests(),
                job.limits(),
                job.scoring(),
                Instant.now());
    }

    /** Whom a listener listens to. */
    JobId job(int listener) {
        return first.get(listener % first.size()).jobId();
    }

    /** The version that ends each job. */
    long last() {
        return changes.getLast().state().version();
    }

    /** When the end of each listener's job is to be written, ns since the beginning. */
    long[] ends(int listeners) {
        var ends = new long[first.size()];
        changes.forEach(change -> ends[change.job()] = change.at());
        return IntStream.range(0, listeners)
                .mapToLong(listener -> ends[listener % ends.length])
                .toArray();
    }
}
