package io.judgeflow.gateway.lookup;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import reactor.core.publisher.Mono;

/** Where jobs are found that the view no longer has. */
@FunctionalInterface
public interface JobArchive {

    /** The newest stored state; empty when there is no such job; fails when the archive cannot be asked. */
    Mono<JobResult> find(JobId id);
}
