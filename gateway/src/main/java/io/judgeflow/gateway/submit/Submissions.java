package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.event.JobSubmitted;
import reactor.core.publisher.Mono;

/** Where accepted jobs go. */
@FunctionalInterface
public interface Submissions {

    /** Completes once the job can no longer be lost; fails, within a bounded time, when that cannot be said. */
    Mono<Void> add(JobSubmitted job);
}
