package io.judgeflow.realtime.replication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message of pgoutput, as far as we care. PostgreSQL 18, "Logical Replication Message Formats". */
sealed interface Message {

    /** A transaction begins, whose changes follow; it is already committed. */
    record Begin(Instant committedAt, long transaction) implements Message {}

    /** A transaction is over. */
    record Commit() implements Message {}

    /** What a table looks like; comes before its first change, and again when it was altered. */
    record Relation(int oid, Table table) implements Message {}

    /** The name of a type that PostgreSQL does not bring along; comes before the relation that uses it. */
    record Type(int oid, String name) implements Message {}

    record Insert(int relation, Tuple row) implements Message {}

    /**
     * A row is no longer what it was.
     *
     * @param old all or only the key columns as they were; null when the key is the same as before
     */
    record Update(int relation, @Nullable Tuple old, Tuple row) implements Message {}

    record Delete(int relation, Tuple old) implements Message {}

    /** Truncate, origin, and whatever a later version adds. */
    record Other(char kind) implements Message {}
}
