package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;
import reactor.core.publisher.FluxSink;

/** One reader of one job's changes: hands on what is newer than what it had, and ends with the last state. */
final class Watcher {

    private final FluxSink<JobResult> sink;
    private long seen;
    private boolean ended;

    Watcher(FluxSink<JobResult> sink) {
        this.sink = sink;
    }

    /** Takes a state from whichever thread has one; an older one than before is dropped. */
    synchronized void offer(JobResult state) {
        if (ended || (state.version() <= seen && !state.status().terminal())) {
            return;
        }
        seen = state.version();
        ended = state.status().terminal();
        sink.next(state);
        if (ended) {
            sink.complete();
        }
    }
}
