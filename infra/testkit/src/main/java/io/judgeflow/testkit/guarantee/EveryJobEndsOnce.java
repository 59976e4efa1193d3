package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.event.JobResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nothing accepted is lost, nothing is scored twice: every job has one terminal state, which never changes. */
public final class EveryJobEndsOnce implements Guarantee {

    private final Set<String> accepted = new HashSet<>();
    private final Map<String, JobResult> ends = new HashMap<>();
    private final List<String> changed = new ArrayList<>();

    @Override
    public void accepted(String job) {
        accepted.add(job);
    }

    @Override
    public void told(JobResult result) {
        var job = result.jobId().toString();
        var end = ends.get(job);
        if (end != null && !end.equals(result.withCode(null))) {
            changed.add(end + " became " + result);
        } else if (result.status().terminal()) {
            ends.put(job, result.withCode(null));
        }
    }

    /** True when every accepted job has ended so far. */
    public boolean complete() {
        return ends.keySet().containsAll(accepted);
    }

    /** How a job ended, and that it did. */
    public JobResult end(String job) {
        var end = ends.get(job);
        if (end == null) {
            throw new AssertionError(job + " has not ended");
        }
        return end;
    }

    /** Accepted jobs without an end so far. */
    public Set<String> lost() {
        var lost = new HashSet<>(accepted);
        lost.removeAll(ends.keySet());
        return lost;
    }

    /** What was told of a job after its end, and was not the same again. */
    public List<String> changed() {
        return List.copyOf(changed);
    }

    @Override
    public void verify() {
        var lost = lost();
        if (!lost.isEmpty() || !changed.isEmpty()) {
            throw new AssertionError("%d of %d jobs never ended: %s; states after the end: %s"
                    .formatted(lost.size(), accepted.size(), lost, changed));
        }
    }
}
