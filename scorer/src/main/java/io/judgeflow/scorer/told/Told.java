package io.judgeflow.scorer.told;

import io.judgeflow.contracts.event.JobResult;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fold tells of a job: the state as everyone gets it, and what those need to know who count.
 *
 * @param reached what the record at hand was to the job; the same when it comes again after a crash
 * @param takenAt when an instance first took a test of the job; null when none did, or nobody saw it
 */
public record Told(
        JobResult result, Set<Milestone> reached, @Nullable Instant takenAt) {

    public Told {
        reached = Set.copyOf(reached);
    }
}
