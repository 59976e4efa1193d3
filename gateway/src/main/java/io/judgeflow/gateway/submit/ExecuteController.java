package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.view.JobView;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes submissions. */
@RestController
class ExecuteController {

    private final SubmissionRules rules;
    private final JobIds ids;
    private final Intake intake;
    private final JobView view;
    private final Clock clock;

    ExecuteController(SubmissionRules rules, JobIds ids, Intake intake, JobView view, Clock clock) {
        this.rules = rules;
        this.ids = ids;
        this.intake = intake;
        this.view = view;
        this.clock = clock;
    }

    /** What the client gets to know its job by. */
    record Accepted(JobId jobId) {}

    /** Answers 202 only when the brokers have the job, so that no answer is ever a promise that a crash can break. */
    @PostMapping(
            path = "/api/execute",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Accepted>> execute(
            @RequestBody ExecuteRequest request, @AuthenticationPrincipal Caller caller) {
        rules.check(request);
        var job = request.toJob(ids.next(), caller.ownerOf(request.userId()), clock.instant());
        return intake.take(job).then(Mono.fromSupplier(() -> accepted(job)));
    }

    private ResponseEntity<Accepted> accepted(JobSubmitted job) {
        view.accept(JobResult.queued(job));
        return ResponseEntity.accepted()
                .location(URI.create("/api/status/" + job.jobId()))
                .body(new Accepted(job.jobId()));
    }
}
