package io.judgeflow.store;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** One state per job out of many, by the same rule that the statement applies to rows. */
final class Newest {

    private Newest() {}

    /**
     * What would be left had each been written alone, in this order, with the code of whichever had it. Sorted by job, so that two batches lock the rows
     * that they share in the same order and never wait for each other.
     */
    static Collection<JobResult> of(List<JobResult> results) {
        var newest = new TreeMap<JobId, JobResult>((a, b) -> a.value().compareTo(b.value()));
        results.forEach(result -> newest.merge(result.jobId(), result, Newest::merge));
        return newest.values();
    }

    private static JobResult merge(JobResult row, JobResult next) {
        var stays = row.status().terminal() || next.version() <= row.version();
        var winner = stays ? row : next;
        var loser = stays ? next : row;
        return winner.code() == null && loser.code() != null ? winner.withCode(loser.code()) : winner;
    }
}
