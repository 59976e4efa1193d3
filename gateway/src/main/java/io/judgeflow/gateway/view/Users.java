package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The recent jobs of each user in the order of their last change, and who watches them. Not thread-safe. */
final class Users {

    private final Map<String, LinkedHashMap<JobId, Change>> jobs = new HashMap<>();
    private final Map<String, Set<UserWatcher>> watchers = new HashMap<>();
    private long number;
    private int watching;

    /** Notes the newest state and says who is to be woken. */
    List<UserWatcher> put(JobResult state) {
        var user = state.userId();
        if (user == null) {
            return List.of();
        }
        var change = new Change(++number, state);
        jobs.computeIfAbsent(user, first -> new LinkedHashMap<>()).putLast(state.jobId(), change);
        var told = List.copyOf(watchers.getOrDefault(user, Set.of()));
        told.forEach(watcher -> watcher.add(change));
        return told;
    }

    /** The job is no longer among the recent ones. */
    void remove(JobResult state) {
        var user = state.userId();
        if (user != null) {
            var changes = jobs.getOrDefault(user, new LinkedHashMap<>());
            changes.remove(state.jobId());
            if (changes.isEmpty()) {
                jobs.remove(user);
            }
        }
    }

    /** Adds a watcher, who gets those of the present changes first. */
    void add(String user, UserWatcher watcher, Predicate<Change> wanted) {
        jobs.getOrDefault(user, new LinkedHashMap<>()).values().stream()
                .filter(wanted)
                .forEach(watcher::add);
        if (watchers.computeIfAbsent(user, first -> new HashSet<>()).add(watcher)) {
            watching++;
        }
    }

    void remove(String user, UserWatcher watcher) {
        var present = watchers.getOrDefault(user, new HashSet<>());
        if (present.remove(watcher)) {
            watching--;
        }
        if (present.isEmpty()) {
            watchers.remove(user);
        }
    }

    int watchers() {
        return watching;
    }
}
