package io.judgeflow.gateway.lookup;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.gateway.view.JobView;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers where a job stands. */
@RestController
class StatusController {

    private final JobLookup lookup;
    private final JobView view;
    private final LookupSettings settings;

    StatusController(JobLookup lookup, JobView view, LookupSettings settings) {
        this.lookup = lookup;
        this.view = view;
        this.settings = settings;
    }

    /**
     * With {@code wait}, such as {@code 10s}, answers when the job has ended, or with what is known by then. The entity
     * tag is the version; a client that sends it in {@code If-None-Match} gets 304 when nothing is newer at the moment
     * of the answer. It does not shorten a wait, which is for the end: changes on the way there are the streams' matter.
     */
    @GetMapping(path = "/api/status/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<JobResult>> status(
            @PathVariable JobId id, @RequestParam(name = "wait", defaultValue = "0s") String wait) {
        var patience = patience(wait);
        return lookup.find(id).flatMap(found -> settled(found, patience)).map(StatusController::answer);
    }

    /** May be kept by the client alone, and never be shown again without having been asked about. */
    private static ResponseEntity<JobResult> answer(JobResult state) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag(state))
                .body(state);
    }

    /** Weak: which instance has a first attempt may be known a little sooner on one gateway than on another. */
    private static String tag(JobResult state) {
        return "W/\"" + state.version() + (state.status().terminal() ? "-end\"" : "\"");
    }

    private Mono<JobResult> settled(JobResult found, Duration patience) {
        if (found.status().terminal() || patience.isZero()) {
            return Mono.just(found);
        }
        return view.watch(found).takeUntilOther(Mono.delay(patience)).last(found);
    }

    private Duration patience(String wait) {
        try {
            var wanted = DurationStyle.detectAndParse(wait, ChronoUnit.SECONDS);
            if (!wanted.isNegative()) {
                return wanted.compareTo(settings.longestPoll()) > 0 ? settings.longestPoll() : wanted;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Said below, in the client's terms.
        }
        throw Problem.parameter("wait", "must be a time such as 10s or 500ms");
    }
}
