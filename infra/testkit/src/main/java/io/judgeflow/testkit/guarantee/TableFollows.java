package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Every job that was told of has one row, which is the newest state that was told, its code aside. */
public final class TableFollows implements Guarantee {

    private final Map<JobId, JobResult> newest = new HashMap<>();
    private final Function<Collection<JobId>, Map<JobId, JobResult>> rows;

    /** @param rows the rows of these jobs, as far as there are any */
    public TableFollows(Function<Collection<JobId>, Map<JobId, JobResult>> rows) {
        this.rows = rows;
    }

    @Override
    public void accepted(String job) {
        // What is in the topic counts.
    }

    @Override
    public void told(JobResult result) {
        newest.merge(
                result.jobId(),
                result.withCode(null),
                (before, now) -> now.version() > before.version() ? now : before);
    }

    /** May be asked again when the table is on its way. */
    @Override
    public void verify() {
        var table = rows.apply(newest.keySet());
        var wrong = new ArrayList<String>();
        newest.forEach((id, state) -> {
            var row = table.get(id);
            if (row == null) {
                wrong.add(id + " has no row");
            } else if (!row.withCode(null).equals(state)) {
                wrong.add("%s has the row %s and not %s".formatted(id, row.withCode(null), state));
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError("%d of %d rows do not follow: %s".formatted(wrong.size(), newest.size(), wrong));
        }
    }
}
