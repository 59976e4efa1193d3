package io.judgeflow.gateway.idempotency;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.lookup.JobArchive;
import io.judgeflow.gateway.problem.Problem;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has a submission with a key stored unless it is there already. Whether it is, is first looked up; whoever finds nothing
 * stores it, and then reads from the log who was first. So gateways need not agree, and none may be wrong.
 */
@Component
public class Once {

    private static final Logger LOG = LoggerFactory.getLogger(Once.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final KnownKeys keys;
    private final JobArchive archive;
    private final IdempotencySettings settings;

    Once(KnownKeys keys, JobArchive archive, IdempotencySettings settings) {
        this.keys = keys;
        this.archive = archive;
        this.settings = settings;
    }

    /**
     * Completes when the log has this very submission, of whichever time.
     *
     * @param job with an id made from its key
     * @param storing subscribed to when it is not there
     * @return fails with a {@link Problem}: 422 when the key stands for another submission
     */
    public Mono<JobId> store(JobSubmitted job, Mono<Void> storing) {
        var id = job.jobId();
        return Mono.defer(() -> Mono.justOrEmpty(keys.find(id)))
                .map(first -> first.equals(Fingerprint.of(job)))
                .switchIfEmpty(Mono.defer(() -> archived(id)).map(stored -> same(stored, job)))
                .switchIfEmpty(
                        Mono.defer(() -> storing.then(first(id)).map(first -> first.equals(Fingerprint.of(job)))))
                .flatMap(same -> same ? Mono.just(id) : Mono.error(Problem.keyReused()));
    }

    private Mono<Fingerprint> first(JobId id) {
        return keys.await(id)
                .timeout(settings.patience())
                .doOnError(TimeoutException.class, late -> keys.forget(id))
                .onErrorMap(
                        TimeoutException.class,
                        late -> Problem.unavailable(
                                "The submission is stored and not confirmed yet. Please send it again.",
                                RETRY_AFTER,
                                late));
    }

    private Mono<JobResult> archived(JobId id) {
        return archive.find(id).timeout(settings.archive()).onErrorResume(cause -> {
            LOG.warn("the archive cannot be asked about a key, which counts as new: {}", cause.toString());
            return Mono.empty();
        });
    }

    /** The archive has no inputs: what it has must be the same. */
    private static boolean same(JobResult stored, JobSubmitted job) {
        return stored.language().equals(job.language())
                && (stored.code() == null || stored.code().equals(job.code()))
                && stored.tests().size() == job.tests().size();
    }
}
