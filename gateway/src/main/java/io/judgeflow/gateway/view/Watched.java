package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jobs that somebody watches, each with its newest state, so that no bound of the view hides it. Not thread-safe. */
final class Watched {

    private final Map<JobId, Entry> jobs = new HashMap<>();
    private int watchers;

    @Nullable
    JobResult get(JobId id) {
        var entry = jobs.get(id);
        return entry == null ? null : entry.newest;
    }

    /** Adds a watcher, and the state to begin with. */
    void add(JobId id, Watcher watcher, @Nullable JobResult present) {
        var entry = jobs.computeIfAbsent(id, first -> new Entry());
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
        return List.copyOf(entry.watchers);
    }

    int size() {
        return watchers;
    }

    private static final class Entry {
        private final Set<Watcher> watchers = new HashSet<>();
        private @Nullable JobResult newest;
    }
}
