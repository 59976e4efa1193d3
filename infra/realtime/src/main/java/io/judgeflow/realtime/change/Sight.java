package io.judgeflow.realtime.change;

import java.util.Set;

/**
 * What somebody may see of a row.
 *
 * @param columns that the role may select
 * @param visible whether the policies show the row, as it is now, and the role may select its key
 */
public record Sight(Set<String> columns, boolean visible) {

    public Sight {
        columns = Set.copyOf(columns);
    }
}
