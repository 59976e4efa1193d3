package io.judgeflow.gateway.timeline;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.lookup.JobLookup;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Answers where a job's time went: who had which attempt when. */
@RestController
class TimelineController {

    private final JobLookup lookup;

    TimelineController(JobLookup lookup) {
        this.lookup = lookup;
    }

    @GetMapping(path = "/api/executions/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Timeline> timeline(@PathVariable JobId id, @AuthenticationPrincipal Caller caller) {
        return lookup.find(id, caller).map(Timeline::of);
    }
}
