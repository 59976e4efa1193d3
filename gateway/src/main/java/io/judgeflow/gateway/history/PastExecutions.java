package io.judgeflow.gateway.history;

import io.judgeflow.store.ExecutionSummary;
import io.judgeflow.store.HistoryCursor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Where the executions of a user are kept. */
@FunctionalInterface
public interface PastExecutions {

    /** A page, newest first, from below this place or from the newest on; fails when they cannot be asked for. */
    Flux<ExecutionSummary> of(String userId, @Nullable HistoryCursor before, int limit);
}
