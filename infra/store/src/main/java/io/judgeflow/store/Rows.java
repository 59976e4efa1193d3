package io.judgeflow.store;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code executions} as values. */
final class Rows {

    private Rows() {}

    static JobResult result(Readable row) {
        return new JobResult(
                Schema.VERSION,
                id(row),
                row.get("user_id", String.class),
                required(row, "language", String.class),
                row.get("code", String.class),
                status(row),
                row.get("score", Integer.class),
                verdict(row),
                TestsJson.read(required(row, "tests", String.class)),
                output(row),
                required(row, "attempt", Integer.class),
                required(row, "version", Long.class),
                required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class),
                problem(row),
                rejudgeOf(row));
    }

    static ExecutionSummary summary(Readable row) {
        return new ExecutionSummary(
                id(row),
                required(row, "language", String.class),
                status(row),
                row.get("score", Integer.class),
                verdict(row),
                row.get("time", Double.class),
                row.get("memory", Integer.class),
                required(row, "attempt", Integer.class),
                required(row, "version", Long.class),
                required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class));
    }

    /** Status and verdict are stored by the names that they have on the wire. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static RunOutput output(Readable row) {
        return new RunOutput(
                row.get("stdout", String.class),
                row.get("stderr", String.class),
                row.get("compile_output", String.class),
                row.get("message", String.class),
                row.get("time", Double.class),
                row.get("memory", Integer.class));
    }

    private static JobId id(Readable row) {
        return new JobId(required(row, "id", UUID.class));
    }

    private static Status status(Readable row) {
        return Status.valueOf(required(row, "status", String.class).toUpperCase(Locale.ROOT));
    }

    private static @Nullable Verdict verdict(Readable row) {
        var name = row.get("verdict", String.class);
        return name == null ? null : Verdict.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static @Nullable ProblemId problem(Readable row) {
        var name = row.get("problem", String.class);
        return name == null ? null : new ProblemId(name);
    }

    private static @Nullable JobId rejudgeOf(Readable row) {
        var id = row.get("rejudge_of", UUID.class);
        return id == null ? null : new JobId(id);
    }

    static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
