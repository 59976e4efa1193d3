package io.judgeflow.gateway.history;

import io.judgeflow.store.ExecutionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a history.
 *
 * @param executions newest first
 * @param nextCursor where the next page begins; null when this is the last
 */
record HistoryPage(
        List<ExecutionSummary> executions, @Nullable String nextCursor) {

    /** From one line more than fits, when there is one. */
    static HistoryPage of(List<ExecutionSummary> found, int limit) {
        if (found.size() <= limit) {
            return new HistoryPage(found, null);
        }
        var executions = found.subList(0, limit);
        return new HistoryPage(executions, executions.getLast().cursor().toString());
    }
}
