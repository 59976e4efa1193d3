package io.judgeflow.realtime.replication;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the messages of one replication stream into changes: remembers what tables look like and what has begun. */
final class TransactionReader {

    private final Map<Integer, Table> tables = new HashMap<>();
    private Message.Begin transaction = new Message.Begin(Instant.EPOCH, 0);

    /**
     * Takes the next message.
     *
     * @throws IllegalStateException on a change of a table that was not announced
     */
    Optional<Change> accept(Message message) {
        return switch (message) {
            case Message.Begin begin -> remember(begin);
            case Message.Relation relation -> remember(relation);
            case Message.Insert insert -> insert(table(insert.relation()), insert.row());
            case Message.Update update -> update(table(update.relation()), update.old(), update.row());
            case Message.Delete delete -> delete(table(delete.relation()), delete.old());
            case Message.Commit commit -> Optional.empty();
            case Message.Type type -> Optional.empty();
            case Message.Other other -> Optional.empty();
        };
    }

    private Optional<Change> insert(Table table, Tuple row) {
        return change(table, Change.Kind.INSERT, row.values(table, all -> true), Map.of());
    }

    private Optional<Change> delete(Table table, Tuple old) {
        return change(table, Change.Kind.DELETE, Map.of(), old.values(table, all -> true));
    }

    /** Where the key has not changed it is not sent again: then it is that of the new row. */
    private Optional<Change> update(Table table, @Nullable Tuple old, Tuple row) {
        var before = old == null ? row.values(table, Column::key) : old.values(table, all -> true);
        return change(table, Change.Kind.UPDATE, row.values(table, all -> true), before);
    }

    private Optional<Change> change(
            Table table, Change.Kind kind, Map<String, @Nullable String> row, Map<String, @Nullable String> old) {
        return Optional.of(new Change(table, kind, transaction.committedAt(), transaction.transaction(), row, old));
    }

    private Optional<Change> remember(Message.Begin begun) {
        transaction = begun;
        return Optional.empty();
    }

    private Optional<Change> remember(Message.Relation relation) {
        tables.put(relation.oid(), relation.table());
        return Optional.empty();
    }

    private Table table(int oid) {
        var table = tables.get(oid);
        if (table == null) {
            throw new IllegalStateException("relation " + oid + " was not announced");
        }
        return table;
    }
}
