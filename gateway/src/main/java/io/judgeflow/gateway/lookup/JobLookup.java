package io.judgeflow.gateway.lookup;

import com.fasterxml.uuid.impl.UUIDUtil;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.gateway.view.ViewProgress;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds a job: in the view, which needs nobody else, then in the archive. */
@Component
public class JobLookup {

    private static final Logger LOG = LoggerFactory.getLogger(JobLookup.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int UUID_WITH_TIME = 7;

    private final JobView view;
    private final ViewProgress progress;
    private final JobArchive archive;
    private final LookupSettings settings;
    private final Clock clock;

    JobLookup(JobView view, ViewProgress progress, JobArchive archive, LookupSettings settings, Clock clock) {
        this.view = view;
        this.progress = progress;
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The newest state that can be found. Whoever may not see a job is told what they would be told if there were none.
     *
     * @return fails with a {@link Problem}: 404 when there is no such job, 503 when that cannot be said at the moment
     */
    public Mono<JobResult> find(JobId id, Caller caller) {
        return Mono.defer(() -> Mono.justOrEmpty(view.find(id)))
                .switchIfEmpty(Mono.defer(() -> arriving(id)))
                .switchIfEmpty(Mono.defer(() -> archived(id)))
                .switchIfEmpty(Mono.defer(() -> arrivingByKey(id)))
                .filter(found -> caller.mayRead(found.userId()))
                .switchIfEmpty(Mono.error(() -> notFound(id)));
    }

    private Mono<JobResult> arriving(JobId id) {
        return isYoung(id) ? view.watch(id).next().timeout(settings.patience(), Mono.empty()) : Mono.empty();
    }

    /** An id made from a key does not say its age: it is waited for last, as no job may ever come. */
    private Mono<JobResult> arrivingByKey(JobId id) {
        return id.derived() ? view.watch(id).next().timeout(settings.patience(), Mono.empty()) : Mono.empty();
    }

    private Mono<JobResult> archived(JobId id) {
        return archive.find(id)
                .map(found -> found.withCode(null))
                .timeout(settings.archive())
                .onErrorMap(cause -> {
                    LOG.warn("the archive cannot be asked about {}: {}", id, cause.toString());
                    return Problem.unavailable("Older jobs cannot be looked up at the moment.", RETRY_AFTER, cause);
                });
    }

    private Problem notFound(JobId id) {
        return progress.caughtUp()
                ? Problem.unknownJob(id)
                : Problem.unavailable(
                        "This gateway has just started and does not know every job yet.", RETRY_AFTER, null);
    }

    private boolean isYoung(JobId id) {
        if (id.value().version() != UUID_WITH_TIME) {
            return false;
        }
        var age = clock.millis() - UUIDUtil.extractTimestamp(id.value());
        return Math.abs(age) <= settings.young().toMillis();
    }
}
