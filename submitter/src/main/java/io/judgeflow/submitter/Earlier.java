package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.kafka.lookup.Placed;
import java.util.List;
import reactor.core.publisher.Mono;

/** The submissions that lie before the one at hand. */
@FunctionalInterface
interface Earlier {

    /** Those of a partition from one offset to before another; fails when the brokers cannot be asked. */
    Mono<List<Placed<JobSubmitted>>> between(int partition, long from, long to);
}
