package io.judgeflow.submitter;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.kafka.tail.CancelledJobs;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which jobs are to be run: of repetitions only the first, and none that was cancelled. */
@Component
final class Wanted {

    private final CancelledJobs cancelled;
    private final FirstTaken first;

    Wanted(CancelledJobs cancelled, FirstTaken first) {
        this.cancelled = cancelled;
        this.first = first;
    }

    /** Whether the submission at this place is to be run; asked in the order of each partition. Never fails. */
    Mono<Boolean> submitted(JobId id, Origin origin) {
        return first.isFirst(id, origin);
    }

    /** Whether nobody has cancelled it, as far as this process has heard. */
    boolean still(JobId id) {
        return !cancelled.has(id);
    }
}
