package io.judgeflow.bench.load;

import io.judgeflow.bench.Latencies;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When each job was meant to be submitted, was taken and has ended, by {@link System#nanoTime}. */
public final class Journal {

    private static final AtomicInteger JOURNALS = new AtomicInteger();

    private final int number = JOURNALS.incrementAndGet();
    private final long[] meant;
    private final long[] accepted;
    private final long[] ended;
    private final AtomicInteger settled = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();
    private final long epoch = Instant.EPOCH.until(Instant.now(), ChronoUnit.NANOS) - System.nanoTime();

    /** @param jobs how many will be submitted */
    public Journal(int jobs) {
        meant = new long[jobs];
        accepted = new long[jobs];
        ended = new long[jobs];
    }

    /** What the judge knows a job by: no other of this process has it. */
    public String name(int job) {
        return number + "-" + job;
    }

    void meant(int job, long at) {
        meant[job] = at;
    }

    void accepted(int job) {
        accepted[job] = System.nanoTime();
        taken.incrementAndGet();
    }

    void ended(int job, long at) {
        if (ended[job] == 0) {
            ended[job] = at;
            settled.incrementAndGet();
        }
    }

    void failed(String reason) {
        failures.merge(reason, 1, Integer::sum);
        settled.incrementAndGet();
    }

    /** Jobs that have ended or could not be submitted. */
    public int settled() {
        return settled.get();
    }

    /** Jobs that were answered with 202. */
    public int taken() {
        return taken.get();
    }

    /** Why some could not be submitted, and how often. */
    public Map<String, Integer> failures() {
        return Map.copyOf(failures);
    }

    /** From the plan to the answer. */
    public Latencies acceptance() {
        return between(meant, accepted);
    }

    /** From the plan to the end. */
    public Latencies wholeTime() {
        return between(meant, ended);
    }

    /** The same of so many stretches of the plan, one after the other. */
    public List<Latencies> wholeTimes(int stretches) {
        return IntStream.range(0, stretches)
                .mapToObj(i -> between(stretch(meant, i, stretches), stretch(ended, i, stretches)))
                .toList();
    }

    private static long[] stretch(long[] all, int index, int of) {
        return Arrays.copyOfRange(
                all, (int) ((long) all.length * index / of), (int) ((long) all.length * (index + 1) / of));
    }

    /** From the end of the run, as the judge says, to the end of the job. */
    public Latencies overhead(Function<String, @Nullable Instant> judged) {
        var ends = new long[ended.length];
        for (var job = 0; job < ends.length; job++) {
            var instant = judged.apply(name(job));
            ends[job] = instant == null ? 0 : Instant.EPOCH.until(instant, ChronoUnit.NANOS) - epoch;
        }
        return between(ends, ended);
    }

    /** Ends per second, from the first submission to the last end. */
    public double perSecond() {
        var ends = Arrays.stream(ended).filter(at -> at != 0).toArray();
        return ends.length * 1e9 / (Arrays.stream(ends).max().orElse(1) - meant[0]);
    }

    /** Ends in order. */
    public long[] ends() {
        return Arrays.stream(ended).filter(at -> at != 0).sorted().toArray();
    }

    private static Latencies between(long[] from, long[] to) {
        var both = IntStream.range(0, to.length)
                .filter(job -> from[job] != 0 && to[job] != 0)
                .toArray();
        return Latencies.between(
                Arrays.stream(both).mapToLong(job -> from[job]).toArray(),
                Arrays.stream(both).mapToLong(job -> to[job]).toArray());
    }
}
