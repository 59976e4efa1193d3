package io.judgeflow.realtime.change;

import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.replication.Column;
import io.judgeflow.realtime.replication.Table;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One wish of a subscriber: which changes of which table.
 *
 * @param event {@code INSERT}, {@code UPDATE}, {@code DELETE} or {@code *}
 * @param schema {@code *} for any
 * @param table {@code *} for any
 */
public record Binding(
        String event, String schema, String table, @Nullable Filter filter) {

    private static final Set<String> EVENTS = Set.of("*", "INSERT", "UPDATE", "DELETE");
    private static final int ID_BITS = 27;

    public Binding {
        if (!EVENTS.contains(event)) {
            throw new IllegalArgumentException("there is no event " + event);
        }
    }

    /**
     * Reads a wish.
     *
     * @throws IllegalArgumentException when it cannot be understood
     */
    public static Binding of(JsonNode wish) {
        var filter = wish.path("filter").asString("");
        return new Binding(
                wish.path("event").asString("*").toUpperCase(java.util.Locale.ROOT),
                wish.path("schema").asString("public"),
                wish.path("table").asString("*"),
                filter.isEmpty() ? null : Filter.parse(filter));
    }

    /** The wish exactly as it came, which is what the client compares, and its id. */
    public static ObjectNode echo(JsonNode wish) {
        var echo = (ObjectNode) wish.deepCopy();
        return echo.put("id", id(wish));
    }

    /** Equal wishes have equal ids, below 2^27. */
    public static int id(JsonNode wish) {
        return wish.hashCode() & ((1 << ID_BITS) - 1);
    }

    /** Whether the change is wanted. A filter looks at the new row, and at the old one of a delete. */
    public boolean wants(Change change) {
        return (event.equals("*") || event.equals(change.kind().name()))
                && isOf(change.table())
                && (filter == null || accepts(filter, change));
    }

    private boolean isOf(Table changed) {
        return (schema.equals("*") || schema.equals(changed.schema()))
                && (table.equals("*") || table.equals(changed.name()));
    }

    private static boolean accepts(Filter filter, Change change) {
        var row = change.kind() == Change.Kind.DELETE ? change.old() : change.row();
        return change.table().columns().stream()
                .filter(column -> column.name().equals(filter.column()))
                .map(Column::type)
                .anyMatch(type -> filter.accepts(type, row.get(filter.column())));
    }
}
