package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jobs that somebody watches, each with its newest state, so that no bound of the view hides it. Not thread-safe. */
final class Watched {

    private final Map<JobId, Entry> jobs = new HashMap<>();
    private final Clock clock;
    private int watchers;

    Watched(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    JobResult get(JobId id) {
        var entry = jobs.get(id);
        return entry == null ? null : entry.newest;
    }

    /** Adds a watcher, and the state to begin with. */
    void add(JobId id, Watcher watcher, @Nullable JobResult present) {
        var entry = jobs.computeIfAbsent(id, first -> new Entry(clock.instant()));
        if (entry.watchers.add(watcher)) {
            watchers++;
        }
        entry.newest = present;
    }

    void remove(JobId id, Watcher watcher) {
        var entry = jobs.get(id);
        if (entry != null && entry.watchers.remove(watcher)) {
            watchers--;
            if (entry.watchers.isEmpty()) {
                jobs.remove(id);
            }
        }
    }

    /** Notes the newest state and says who is to be told. */
    List<Watcher> put(JobResult state) {
        var entry = jobs.get(state.jobId());
        if (entry == null) {
            return List.of();
        }
        entry.newest = state;
        entry.heard = clock.instant();
        return List.copyOf(entry.watchers);
    }

    /** Jobs that have not ended and of which nothing was heard since then. */
    List<JobId> silentSince(Instant then) {
        return jobs.entrySet().stream()
                .filter(job -> job.getValue().isSilentSince(then))
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return watchers;
    }

    private static final class Entry {
        private final Set<Watcher> watchers = new HashSet<>();
        private @Nullable JobResult newest;
        private Instant heard;

        Entry(Instant first) {
            heard = first;
        }

        boolean isSilentSince(Instant then) {
            return newest != null && !newest.status().terminal() && !heard.isAfter(then);
        }
    }
}
