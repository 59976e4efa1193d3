package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Every job that was told of has one row, which is the newest state that was told, its code aside. */
public final class TableFollows implements Guarantee {

    private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

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
            } else if (!asExactAs(row, state).equals(state)) {
                wrong.add("%s has the row %s and not %s".formatted(id, row, state));
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError("%d of %d rows do not follow: %s".formatted(wrong.size(), newest.size(), wrong));
        }
    }

    /** The row, code aside, with the times as they were told: the table keeps them to the microsecond. */
    private static JobResult asExactAs(JobResult row, JobResult told) {
        return new JobResult(
                row.schemaVersion(),
                row.jobId(),
                row.userId(),
                row.language(),
                null,
                row.status(),
                row.score(),
                row.verdict(),
                row.tests(),
                row.output(),
                row.attempt(),
                row.version(),
                asExactAs(row.createdAt(), told.createdAt()),
                asExactAs(row.updatedAt(), told.updatedAt()),
                row.problem(),
                row.rejudgeOf());
    }

    private static Instant asExactAs(Instant kept, Instant told) {
        return Duration.between(kept, told).abs().compareTo(MICROSECOND) <= 0 ? told : kept;
    }
}
