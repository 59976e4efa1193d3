package io.judgeflow.realtime.replication;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row as it came.
 *
 * @param cells in the order of the table's columns
 * @param keyOnly whether only the key columns count
 */
record Tuple(List<Cell> cells, boolean keyOnly) {

    Tuple {
        cells = List.copyOf(cells);
    }

    /** The values by column: null for SQL's null, no entry for what did not come or is not wanted. */
    Map<String, @Nullable String> values(Table table, Predicate<Column> wanted) {
        var values = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < Math.min(cells.size(), table.columns().size()); i++) {
            var column = table.columns().get(i);
            if (!wanted.test(column) || (keyOnly && !column.key())) {
                continue;
            }
            switch (cells.get(i)) {
                case Cell.Text text -> values.put(column.name(), text.text());
                case Cell.Absent.NULL -> values.put(column.name(), null);
                case Cell.Absent.UNCHANGED -> {}
            }
        }
        return Collections.unmodifiableMap(values);
    }
}
