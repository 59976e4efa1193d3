package io.judgeflow.realtime.change;

import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.replication.Column;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a subscriber reads of a change: the {@code data} of a {@code postgres_changes} message. */
public final class ChangeEvent {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Supabase Realtime: a larger record comes with its small columns only. */
    private static final int MOST_RECORD_BYTES = 1 << 20;

    private static final int SMALL_BYTES = 64;

    private ChangeEvent() {}

    /** The change for somebody who sees this much of it; empty for somebody who must not know of it. */
    public static Optional<ObjectNode> of(Change change, Sight sight) {
        var keys = change.table().columns().stream()
                .filter(Column::key)
                .map(Column::name)
                .toList();
        var delete = change.kind() == Change.Kind.DELETE;
        if (!delete && keys.isEmpty()) {
            return Optional.of(refusal(change, "Error 400: Bad Request, no primary key"));
        }
        if (!delete && !sight.columns().containsAll(keys)) {
            return Optional.of(refusal(change, "Error 401: Unauthorized"));
        }
        return delete || sight.visible() ? Optional.of(event(change, sight)) : Optional.empty();
    }

    private static ObjectNode event(Change change, Sight sight) {
        var large = bytes(change) > MOST_RECORD_BYTES;
        var event = start(change);
        var columns = event.putArray("columns");
        seen(change, sight)
                .forEach(
                        column -> columns.addObject().put("name", column.name()).put("type", column.type()));
        if (change.kind() != Change.Kind.DELETE) {
            event.set("record", record(change, sight, change.row(), large));
        }
        if (change.kind() != Change.Kind.INSERT) {
            event.set("old_record", record(change, sight, change.old(), large));
        }
        if (large) {
            event.putArray("errors").add("Error 413: Payload Too Large");
        } else {
            event.putNull("errors");
        }
        return event;
    }

    private static ObjectNode refusal(Change change, String reason) {
        var event = start(change);
        event.putArray("columns");
        event.putObject("record");
        event.putArray("errors").add(reason);
        return event;
    }

    private static ObjectNode start(Change change) {
        return NODES.objectNode()
                .put("schema", change.table().schema())
                .put("table", change.table().name())
                .put("commit_timestamp", time(change.committedAt()))
                .put("type", change.kind().name());
    }

    private static ObjectNode record(
            Change change, Sight sight, Map<String, @Nullable String> values, boolean smallOnly) {
        var record = NODES.objectNode();
        seen(change, sight)
                .filter(column -> values.containsKey(column.name()))
                .filter(column -> !smallOnly || bytes(values.get(column.name())) <= SMALL_BYTES)
                .forEach(column -> record.set(column.name(), TypedJson.of(column.type(), values.get(column.name()))));
        return record;
    }

    private static Stream<Column> seen(Change change, Sight sight) {
        return change.table().columns().stream()
                .filter(column -> sight.columns().contains(column.name()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static long bytes(Change change) {
        return Stream.concat(change.row().values().stream(), change.old().values().stream())
                .mapToLong(ChangeEvent::bytes)
                .sum();
    }

    private static int bytes(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").getBytes(StandardCharsets.UTF_8).length;
    }
}
