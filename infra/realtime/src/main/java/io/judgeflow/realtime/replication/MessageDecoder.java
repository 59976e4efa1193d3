package io.judgeflow.realtime.replication;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the messages of one replication stream, in their order: it remembers names of types. */
final class MessageDecoder {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final String ARRAY = "_array";

    private final Map<Integer, String> ownTypes = new HashMap<>();

    /**
     * Reads one message.
     *
     * @throws IndexOutOfBoundsException when it ends too soon
     */
    Message decode(ByteBuf bytes) {
        var kind = (char) bytes.readByte();
        return switch (kind) {
            case 'B' -> begin(bytes);
            case 'C' -> new Message.Commit();
            case 'R' -> relation(bytes);
            case 'Y' -> type(bytes);
            case 'I' -> new Message.Insert(bytes.readInt(), row(bytes));
            case 'U' -> update(bytes);
            case 'D' -> new Message.Delete(bytes.readInt(), old(bytes, (char) bytes.readByte()));
            default -> new Message.Other(kind);
        };
    }

    private static Message begin(ByteBuf bytes) {
        bytes.skipBytes(Long.BYTES); // where in the log the transaction ends
        var committedAt = EPOCH.plus(bytes.readLong(), ChronoUnit.MICROS);
        return new Message.Begin(committedAt, bytes.readUnsignedInt());
    }

    private Message type(ByteBuf bytes) {
        var oid = bytes.readInt();
        text(bytes); // its schema
        var name = text(bytes);
        ownTypes.put(oid, name);
        return new Message.Type(oid, name);
    }

    private Message relation(ByteBuf bytes) {
        var oid = bytes.readInt();
        var schema = text(bytes);
        var name = text(bytes);
        bytes.skipBytes(1); // which kind of replica identity
        var columns = new ArrayList<Column>();
        for (int left = bytes.readShort(); left > 0; left--) {
            var key = (bytes.readByte() & 1) == 1;
            var column = text(bytes);
            columns.add(new Column(column, typeName(bytes.readInt()), key));
            bytes.skipBytes(Integer.BYTES); // such as the length of a varchar
        }
        // The schema of PostgreSQL itself comes as an empty name.
        return new Message.Relation(oid, new Table(schema.isEmpty() ? "pg_catalog" : schema, name, columns));
    }

    private String typeName(int oid) {
        if (!PostgresqlObjectId.isValid(oid)) {
            return ownTypes.getOrDefault(oid, "unknown");
        }
        var name = PostgresqlObjectId.valueOf(oid).name().toLowerCase(Locale.ROOT);
        return name.endsWith(ARRAY) ? "_" + name.substring(0, name.length() - ARRAY.length()) : name;
    }

    private static Message update(ByteBuf bytes) {
        var relation = bytes.readInt();
        var marker = (char) bytes.readByte();
        @Nullable Tuple old = null;
        if (marker != 'N') {
            old = old(bytes, marker);
            bytes.skipBytes(1); // the marker of the new row
        }
        return new Message.Update(relation, old, cells(bytes, false));
    }

    private static Tuple row(ByteBuf bytes) {
        bytes.skipBytes(1); // the marker, always that of a new row
        return cells(bytes, false);
    }

    private static Tuple old(ByteBuf bytes, char marker) {
        return cells(bytes, marker == 'K');
    }

    private static Tuple cells(ByteBuf bytes, boolean keyOnly) {
        var cells = new ArrayList<Cell>();
        for (int left = bytes.readShort(); left > 0; left--) {
            var kind = (char) bytes.readByte();
            cells.add(
                    switch (kind) {
                        case 'n' -> Cell.Absent.NULL;
                        case 'u' -> Cell.Absent.UNCHANGED;
                        default -> new Cell.Text(value(bytes));
                    });
        }
        return new Tuple(cells, keyOnly);
    }

    private static String value(ByteBuf bytes) {
        return bytes.readCharSequence(bytes.readInt(), StandardCharsets.UTF_8).toString();
    }

    private static String text(ByteBuf bytes) {
        var text = bytes.readCharSequence(bytes.bytesBefore((byte) 0), StandardCharsets.UTF_8)
                .toString();
        bytes.skipBytes(1);
        return text;
    }
}
