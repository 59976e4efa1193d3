package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.idempotency.IdempotencyKey;
import io.judgeflow.gateway.identity.Caller;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes submissions. */
@RestController
class ExecuteController {

    private final Acceptance acceptance;

    ExecuteController(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** What the client gets to know its job by. */
    record Accepted(JobId jobId) {}

    /** Answers 202 only when the brokers have the job. */
    @PostMapping(
            path = "/api/execute",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Accepted>> execute(
            @RequestBody ExecuteRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Caller caller) {
        return acceptance.accept(request, caller, IdempotencyKey.of(key)).map(ExecuteController::accepted);
    }

    private static ResponseEntity<Accepted> accepted(JobId id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/status/" + id))
                .body(new Accepted(id));
    }
}
