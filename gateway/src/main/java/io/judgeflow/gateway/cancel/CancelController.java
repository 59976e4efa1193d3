package io.judgeflow.gateway.cancel;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.lookup.JobLookup;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.gateway.view.JobView;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Cancels jobs: on a thread of its own, because a producer whose brokers are away blocks its caller. */
@RestController
class CancelController implements DisposableBean {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int WAITING = 1024;

    private final JobLookup lookup;
    private final JobView view;
    private final Cancellations cancellations;
    private final CancelSettings settings;
    private final Clock clock;
    private final Scheduler thread = Schedulers.newBoundedElastic(1, WAITING, "cancellations");

    CancelController(
            JobLookup lookup, JobView view, Cancellations cancellations, CancelSettings settings, Clock clock) {
        this.lookup = lookup;
        this.view = view;
        this.cancellations = cancellations;
        this.settings = settings;
        this.clock = clock;
    }

    /** 200 once it has ended so, also when it had before; 409 when it has ended otherwise; 202 when it is about to. */
    @DeleteMapping(path = "/api/executions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<JobResult>> cancel(@PathVariable JobId id, @AuthenticationPrincipal Caller caller) {
        return lookup.find(id, caller)
                .flatMap(found -> found.status().terminal() ? Mono.just(found) : cancelled(found))
                .map(CancelController::answer);
    }

    private Mono<JobResult> cancelled(JobResult found) {
        return Mono.defer(() -> cancellations.add(Progress.Cancelled.of(found.jobId(), clock.instant())))
                .subscribeOn(thread)
                .timeout(settings.patience())
                .onErrorMap(cause -> Problem.unavailable(
                        "The cancellation could not be stored. Please try again.", RETRY_AFTER, cause))
                .then(view.watch(found)
                        .takeUntilOther(Mono.delay(settings.end()))
                        .last(found));
    }

    private static ResponseEntity<JobResult> answer(JobResult state) {
        if (state.status().terminal() && state.verdict() != Verdict.CANCELLED) {
            throw Problem.alreadyEnded(state.jobId());
        }
        return ResponseEntity.status(state.status().terminal() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .cacheControl(CacheControl.noStore())
                .body(state);
    }

    @Override
    public void destroy() {
        thread.dispose();
    }
}
