package io.judgeflow.realtime.replication;

import java.util.List;

/** A table as it was when its changes were made. */
public record Table(String schema, String name, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
    }
}
