package io.judgeflow.gateway.cancel;

import io.judgeflow.contracts.event.Progress;
import reactor.core.publisher.Mono;

/** Where cancellations go. */
@FunctionalInterface
public interface Cancellations {

    /** Completes once the job is sure to end so, unless it ends otherwise first. */
    Mono<Void> add(Progress.Cancelled fact);
}
