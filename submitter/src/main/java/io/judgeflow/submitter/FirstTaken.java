package io.judgeflow.submitter;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells a job's first submission from its repetitions, which two gateways may write at the same moment for the same
 * idempotency key, and two operators for the same rejudging. Repetitions lie in the same partition a moment apart. What this process has not seen of a partition,
 * because another one had it, is read back when it matters: a few hundred records before the one at hand.
 */
@Component
final class FirstTaken {

    private static final Logger LOG = LoggerFactory.getLogger(FirstTaken.class);
    private static final int MOST = 100_000;
    private static final int READ_BACK = 500;

    private final LinkedHashMap<JobId, Origin> first = new LinkedHashMap<>();
    private final Map<Integer, Long> next = new HashMap<>();
    private final Map<Integer, Mono<Void>> gaps = new HashMap<>();
    private final Earlier earlier;

    FirstTaken(Earlier earlier) {
        this.earlier = earlier;
    }

    /** Whether the submission at this place is the job; in the order of each partition. Never fails. */
    Mono<Boolean> isFirst(JobId id, Origin origin) {
        var gap = gapBefore(origin);
        return id.derived() ? gap.then(Mono.fromSupplier(() -> note(id, origin))) : Mono.just(true);
    }

    /** Completes once everything of the partition that lies shortly before has been noted. */
    private synchronized Mono<Void> gapBefore(Origin origin) {
        var partition = origin.partition();
        var expected = next.getOrDefault(partition, 0L);
        next.put(partition, Math.max(expected, origin.offset() + 1));
        if (origin.offset() > expected) {
            var from = Math.max(expected, origin.offset() - READ_BACK);
            var before = gaps.getOrDefault(partition, Mono.empty());
            gaps.put(
                    partition,
                    before.then(noted(partition, from, origin.offset())).cache());
        }
        return gaps.getOrDefault(partition, Mono.empty());
    }

    private Mono<Void> noted(int partition, long from, long to) {
        return Mono.defer(() -> earlier.between(partition, from, to))
                .doOnNext(found -> found.forEach(job -> note(job.value().jobId(), job.origin())))
                .then()
                .onErrorResume(cause -> {
                    LOG.warn("a repeated submission may be run twice: {}", cause.toString());
                    return Mono.empty();
                });
    }

    /** Its own place again, after a crash, is no repetition. */
    private synchronized boolean note(JobId id, Origin origin) {
        if (!id.derived()) {
            return true;
        }
        var before = first.putIfAbsent(id, origin);
        if (first.size() > MOST) {
            first.pollFirstEntry();
        }
        return before == null || before.partition() != origin.partition() || before.offset() >= origin.offset();
    }
}
