package io.judgeflow.gateway.lookup;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.view.JobView;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the archive about watched jobs that have gone silent: what ended them may never have reached this gateway. Slowly,
 * one after the other, because most of them only wait for their turn. An archive that is away changes nothing.
 */
@Component
class SilentJobs implements DisposableBean {

    static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(SilentJobs.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

    private final JobView view;
    private final JobArchive archive;
    private final LookupSettings settings;
    private final Clock clock;
    private final Disposable.Swap rounds = Disposables.swap();

    SilentJobs(JobView view, JobArchive archive, LookupSettings settings, Clock clock) {
        this.view = view;
        this.archive = archive;
        this.settings = settings;
        this.clock = clock;
    }

    /** A round begins when the one before it is over, however long that took. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        rounds.update(Flux.interval(SILENCE)
                .onBackpressureDrop()
                .concatMap(tick -> round(), 1)
                .subscribe());
    }

    @Override
    public void destroy() {
        rounds.dispose();
    }

    /** Asks once about each job that is silent now. */
    Mono<Void> round() {
        return Flux.defer(
                        () -> Flux.fromIterable(view.silentSince(clock.instant().minus(SILENCE))))
                .delayElements(BETWEEN_QUESTIONS)
                .concatMap(this::archived)
                .then();
    }

    private Mono<JobResult> archived(JobId id) {
        return Mono.defer(() -> archive.find(id))
                .timeout(settings.archive())
                .doOnNext(view::accept)
                .onErrorResume(cause -> {
                    LOG.debug("the archive cannot be asked about {}: {}", id, cause.toString());
                    return Mono.empty();
                });
    }
}
