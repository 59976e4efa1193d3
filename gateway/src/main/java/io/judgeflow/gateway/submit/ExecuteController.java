package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.gateway.view.JobView;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes submissions. */
@RestController
class ExecuteController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final SubmissionRules rules;
    private final JobIds ids;
    private final Submissions submissions;
    private final JobView view;
    private final Clock clock;

    ExecuteController(SubmissionRules rules, JobIds ids, Submissions submissions, JobView view, Clock clock) {
        this.rules = rules;
        this.ids = ids;
        this.submissions = submissions;
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
    Mono<ResponseEntity<Accepted>> execute(@RequestBody ExecuteRequest request) {
        rules.check(request);
        var job = request.toJob(ids.next(), clock.instant());
        return submissions
                .add(job)
                .onErrorMap(ExecuteController::notTaken)
                .then(Mono.fromSupplier(() -> accepted(job)));
    }

    private ResponseEntity<Accepted> accepted(JobSubmitted job) {
        view.accept(JobResult.queued(job));
        return ResponseEntity.accepted()
                .location(URI.create("/api/status/" + job.jobId()))
                .body(new Accepted(job.jobId()));
    }

    private static Throwable notTaken(Throwable cause) {
        return cause instanceof RecordTooLargeException || cause.getCause() instanceof RecordTooLargeException
                ? Problem.tooLarge("The submission is larger than the brokers take.")
                : Problem.unavailable("The submission could not be stored. Please try again.", RETRY_AFTER, cause);
    }
}
