package io.judgeflow.bench.monkey;

import io.judgeflow.contracts.event.JobResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was submitted and what became of it, with the times as a client sees them. Safe to use from many threads. */
final class Journal {

    private final Map<String, Entry> taken = new ConcurrentHashMap<>();
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Set<String> garbage = ConcurrentHashMap.newKeySet();
    private final List<String> wrong = new ArrayList<>();

    /** A job that was answered with 202, or acknowledged by the brokers. */
    record Entry(String job, TestJob wanted, Instant sent, Instant accepted) {
        @Override
        public String toString() {
            return "%s (%s, sent %s)".formatted(job, wanted, sent);
        }
    }

    void accepted(String job, TestJob wanted, Instant sent) {
        var before = taken.putIfAbsent(job, new Entry(job, wanted, sent, Instant.now()));
        if (before != null) {
            wrong("two submissions were both answered with " + job);
        }
    }

    /** Bytes that nobody can read are in the topic, at this place. */
    void garbage(String place) {
        garbage.add(place);
    }

    /** Something that must not be. */
    void wrong(String what) {
        synchronized (wrong) {
            wrong.add(what);
        }
    }

    List<String> wrong() {
        synchronized (wrong) {
            return List.copyOf(wrong);
        }
    }

    /** A committed result; the first end of a job counts. */
    void told(JobResult result) {
        if (result.status().terminal()) {
            ends.putIfAbsent(result.jobId().toString(), Instant.now());
        }
    }

    List<Entry> taken() {
        return List.copyOf(taken.values());
    }

    Set<String> garbage() {
        return Set.copyOf(garbage);
    }

    /** When readers of committed records saw the end; null when they did not. */
    @Nullable
    Instant ended(Entry entry) {
        return ends.get(entry.job());
    }

    /** True when a job has ended that was taken no longer ago than this. */
    boolean someEndedWithin(Duration time) {
        return taken.values().stream().anyMatch(entry -> {
            var ended = ended(entry);
            return ended != null && ended.isBefore(entry.accepted().plus(time));
        });
    }

    /** True when everything that was taken has ended. */
    boolean complete() {
        return ends.keySet().containsAll(taken.keySet());
    }
}
