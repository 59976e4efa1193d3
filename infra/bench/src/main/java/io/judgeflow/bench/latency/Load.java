package io.judgeflow.bench.latency;

import com.sun.management.OperatingSystemMXBean;
import io.judgeflow.bench.Feed;
import io.judgeflow.bench.History;
import io.judgeflow.bench.Latencies;
import io.judgeflow.bench.Place;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Verdicts at the times of a plan, whatever becomes of those before: a wait of the load itself counts as latency. Each
 * is the only verdict of a job that was submitted long before.
 */
final class Load implements AutoCloseable {

    private static final int AT_ONCE = 1000;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Feed feed;
    private final Kind kind;
    private final Spectator uncommitted;
    private final Spectator committed;

    /** What the load writes. */
    enum Kind {
        /** Verdicts, for a scorer. */
        VERDICTS,
        /** The results themselves, in place of a scorer. */
        RESULTS
    }

    /** What was measured at one rate. */
    record Measured(Latencies uncommitted, Latencies committed, double cpuPerThousand) {}

    Load(Place place, String prefix, Kind kind) {
        this.kind = kind;
        feed = new Feed(place, prefix);
        uncommitted = new Spectator(place.brokers(), prefix, "read_uncommitted");
        committed = new Spectator(place.brokers(), prefix, "read_committed");
    }

    Measured run(int rate, int seconds) {
        var jobs = Stream.generate(() -> History.job(1))
                .limit((long) rate * seconds)
                .toList();
        Flux.fromIterable(jobs)
                .flatMap(job -> feed.publish(Topics.SUBMISSIONS, job.jobId(), job), AT_ONCE)
                .blockLast();
        pause(Duration.ofSeconds(1).toNanos());
        var cpu = PROCESS.getProcessCpuTime();
        var meant = write(jobs, Duration.ofSeconds(1).toNanos() / rate);
        var seen = await(uncommitted, jobs);
        var seenCommitted = await(committed, jobs);
        var used = PROCESS.getProcessCpuTime() - cpu;
        return new Measured(
                Latencies.between(meant, seen),
                Latencies.between(meant, seenCommitted),
                Math.round(used / 1e5 / jobs.size() * 1000) / 10.0);
    }

    private long[] write(List<JobSubmitted> jobs, long period) {
        var meant = new long[jobs.size()];
        var begun = System.nanoTime();
        for (int i = 0; i < meant.length; i++) {
            meant[i] = begun + i * period;
            pause(meant[i] - System.nanoTime());
            write(jobs.get(i)).subscribe();
        }
        return meant;
    }

    private Mono<Void> write(JobSubmitted job) {
        return switch (kind) {
            case VERDICTS -> feed.publish(Topics.VERDICTS, job.jobId(), verdict(job));
            case RESULTS ->
                feed.publish(Topics.RESULTS, job.jobId(), History.of(job, 3).getLast());
        };
    }

    private static Progress verdict(JobSubmitted job) {
        var output = new RunOutput("42\n".repeat(22), null, null, null, 0.018, 3488);
        return new Progress.Judged(
                Schema.VERSION, job.jobId(), 0, 1, "judge:2358", Verdict.ACCEPTED, output, job.createdAt());
    }

    private static long[] await(Spectator spectator, List<JobSubmitted> jobs) {
        var end = System.nanoTime() + PATIENCE;
        var seen = new long[jobs.size()];
        for (int i = 0; i < seen.length; i++) {
            while ((seen[i] = spectator.end(jobs.get(i).jobId())) == 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(jobs.get(i).jobId() + " has not ended");
                }
                pause(Duration.ofMillis(5).toNanos());
            }
        }
        return seen;
    }

    private static void pause(long nanos) {
        var end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    @Override
    public void close() {
        uncommitted.close();
        committed.close();
        feed.close();
    }
}
