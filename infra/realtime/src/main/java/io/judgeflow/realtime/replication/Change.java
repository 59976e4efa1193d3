package io.judgeflow.realtime.replication;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One committed change of one row. Values are in PostgreSQL's text form, null is SQL's null.
 *
 * @param committedAt the same for all changes of a transaction
 * @param transaction its number, of 32 bits; published a moment before other sessions see what it did
 * @param row the row after the change, empty for a delete; a column that is stored out of line and that the change left
 *     alone has no entry
 * @param old the row before it, empty for an insert; usually the primary key and nothing else
 */
public record Change(
        Table table,
        Kind kind,
        Instant committedAt,
        long transaction,
        Map<String, @Nullable String> row,
        Map<String, @Nullable String> old) {

    /** What was done. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }
}
