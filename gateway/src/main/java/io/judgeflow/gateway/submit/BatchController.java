package io.judgeflow.gateway.submit;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.idempotency.IdempotencyKey;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.limit.Allowance;
import io.judgeflow.gateway.problem.Problem;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes many submissions at once. Each stands for itself: one that breaks a rule, or is more than the caller may submit,
 * or could not be stored, keeps none of the others out. There is no all or nothing, because what the brokers have taken cannot be taken back.
 */
@RestController
class BatchController {

    private static final int AT_ONCE = 16;

    private final Acceptance acceptance;
    private final Allowance allowance;
    private final BatchSettings settings;
    private final JsonMapper json;

    BatchController(Acceptance acceptance, Allowance allowance, BatchSettings settings, JsonMapper json) {
        this.acceptance = acceptance;
        this.allowance = allowance;
        this.settings = settings;
        this.json = json;
    }

    /** 202 with what became of each, in order, when at least one is stored; otherwise the problem that they have. */
    @PostMapping(
            path = "/api/execute/batch",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<List<BatchItem>>> execute(
            @RequestBody JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String header,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        var key = IdempotencyKey.of(header);
        var allowed = allowance.of(caller, exchange);
        return Flux.fromIterable(items(body))
                .index((position, item) -> Mono.fromCallable(() -> request(item))
                        .doFirst(allowed::take)
                        .flatMap(
                                request -> acceptance.accept(request, caller, key == null ? null : key.item(position))))
                .flatMapSequential(BatchController::outcome, AT_ONCE)
                .collectList()
                .map(BatchController::answer);
    }

    private List<JsonNode> items(JsonNode body) {
        if (!body.isArray()) {
            throw Problem.unreadable("The body must be one JSON list.");
        }
        if (body.isEmpty() || body.size() > settings.items()) {
            throw Problem.batchOf("A batch has 1 to " + settings.items() + " submissions.");
        }
        return StreamSupport.stream(body.spliterator(), false).toList();
    }

    private static Mono<BatchItem> outcome(Mono<JobId> accepted) {
        return accepted.map(BatchItem::accepted).onErrorResume(Problem.class, why -> Mono.just(BatchItem.refused(why)));
    }

    private ExecuteRequest request(JsonNode item) {
        if (!item.isObject()) {
            throw Problem.unreadable("A submission must be a JSON object.");
        }
        try {
            return json.treeToValue(item, ExecuteRequest.class);
        } catch (JacksonException e) {
            throw Problem.unreadable(e);
        }
    }

    private static ResponseEntity<List<BatchItem>> answer(List<BatchItem> items) {
        if (items.stream().allMatch(item -> item.jobId() == null)) {
            throw Problem.batchOf(items.stream().map(BatchItem::why).toList());
        }
        return ResponseEntity.accepted().body(items);
    }
}
