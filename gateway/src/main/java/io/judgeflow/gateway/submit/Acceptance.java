package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.idempotency.IdempotencyKey;
import io.judgeflow.gateway.idempotency.Once;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.view.JobView;
import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a request a job: checked, given an id, stored. */
@Component
class Acceptance {

    private final SubmissionRules rules;
    private final JobIds ids;
    private final Intake intake;
    private final Once once;
    private final JobView view;
    private final StageTimer accepted;
    private final Clock clock;

    Acceptance(
            SubmissionRules rules,
            JobIds ids,
            Intake intake,
            Once once,
            JobView view,
            MeterRegistry meters,
            Clock clock) {
        this.rules = rules;
        this.ids = ids;
        this.intake = intake;
        this.once = once;
        this.view = view;
        this.accepted = new StageTimer(meters, JobStage.ACCEPTED);
        this.clock = clock;
    }

    /**
     * The id of the job once the brokers have it, so that no answer is ever a promise that a crash can break.
     *
     * @param key of the owner's under which a repetition gets the same id; null for none
     * @return fails with a {@link io.judgeflow.gateway.problem.Problem} when it breaks a rule, is not the caller's to submit, or
     *     could not be stored
     */
    Mono<JobId> accept(ExecuteRequest request, Caller caller, @Nullable IdempotencyKey key) {
        return Mono.defer(() -> {
            rules.check(request);
            var owner = caller.ownerOf(request.userId());
            var now = clock.instant();
            return stored(request, owner, key, now).doOnSuccess(id -> accepted.passed(now, clock.instant()));
        });
    }

    private Mono<JobId> stored(
            ExecuteRequest request, @Nullable String owner, @Nullable IdempotencyKey key, Instant now) {
        if (key == null) {
            return stored(request.toJob(ids.next(), owner, now));
        }
        var job = request.toJob(key.jobId(owner), owner, now);
        return once.store(job, intake.take(job));
    }

    private Mono<JobId> stored(JobSubmitted job) {
        return intake.take(job).then(Mono.fromSupplier(() -> {
            view.accept(JobResult.queued(job));
            return job.jobId();
        }));
    }
}
