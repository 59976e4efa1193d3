package io.judgeflow.gateway.idempotency;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The submissions with a key, as they lie in the log: of several with one id the first one is the job, on every gateway,
 * since they lie in one partition. The first to come leave first.
 */
@Component
public class KnownKeys {

    private final LinkedHashMap<JobId, Fingerprint> first = new LinkedHashMap<>();
    private final Map<JobId, Sinks.One<Fingerprint>> awaited = new HashMap<>();
    private final int most;

    KnownKeys(IdempotencySettings settings) {
        this.most = settings.keys();
    }

    /** Takes a submission, in the order of its partition; one without a key is none of ours. */
    public void note(JobSubmitted job) {
        if (!job.jobId().derived()) {
            return;
        }
        var fingerprint = Fingerprint.of(job);
        Sinks.One<Fingerprint> waiting;
        synchronized (first) {
            if (first.putIfAbsent(job.jobId(), fingerprint) != null) {
                return;
            }
            if (first.size() > most) {
                first.pollFirstEntry();
            }
            waiting = awaited.remove(job.jobId());
        }
        if (waiting != null) {
            waiting.tryEmitValue(fingerprint);
        }
    }

    Optional<Fingerprint> find(JobId id) {
        synchronized (first) {
            return Optional.ofNullable(first.get(id));
        }
    }

    /** The first one, now or once it has come; for submissions on their way, of which there is a bounded number. */
    Mono<Fingerprint> await(JobId id) {
        return Mono.defer(() -> {
            synchronized (first) {
                var known = first.get(id);
                return known != null
                        ? Mono.just(known)
                        : awaited.computeIfAbsent(id, none -> Sinks.one()).asMono();
            }
        });
    }

    /** Nobody waits any longer, as it did not come in time. */
    void forget(JobId id) {
        synchronized (first) {
            awaited.remove(id);
        }
    }
}
