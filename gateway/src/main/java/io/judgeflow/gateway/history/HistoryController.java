package io.judgeflow.gateway.history;

import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.store.HistoryCursor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers what a user has submitted: from the database, so a change shows here a moment later than in a stream. */
@RestController
class HistoryController {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryController.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final PastExecutions executions;
    private final HistorySettings settings;

    HistoryController(PastExecutions executions, HistorySettings settings) {
        this.executions = executions;
        this.settings = settings;
    }

    @GetMapping(path = "/api/executions", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<HistoryPage>> history(
            @RequestParam(name = "user_id", required = false) @Nullable String userId,
            @RequestParam(name = "limit", required = false) @Nullable Integer limit,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller) {
        var lines = lines(limit);
        return executions
                .of(caller.whose("user_id", userId), place(cursor), lines + 1)
                .collectList()
                .timeout(settings.patience())
                .onErrorMap(HistoryController::unreachable)
                .map(found ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(HistoryPage.of(found, lines)));
    }

    private int lines(@Nullable Integer limit) {
        if (limit == null) {
            return settings.page();
        }
        if (limit < 1 || limit > settings.longestPage()) {
            throw Problem.parameter("limit", "must be between 1 and " + settings.longestPage());
        }
        return limit;
    }

    private static @Nullable HistoryCursor place(@Nullable String cursor) {
        try {
            return cursor == null ? null : HistoryCursor.of(cursor);
        } catch (IllegalArgumentException e) {
            throw Problem.parameter("cursor", "must be the 'next_cursor' of an answer");
        }
    }

    private static Throwable unreachable(Throwable cause) {
        LOG.warn("the database cannot be asked for a history: {}", cause.toString());
        return Problem.unavailable("Histories cannot be looked up at the moment.", RETRY_AFTER, cause);
    }
}
