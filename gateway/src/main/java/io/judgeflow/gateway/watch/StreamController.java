package io.judgeflow.gateway.watch;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.lookup.JobLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams a job's changes. */
@RestController
class StreamController {

    private final JobLookup lookup;
    private final EventStream stream;
    private final LiveEvents live;

    StreamController(JobLookup lookup, EventStream stream, LiveEvents live) {
        this.lookup = lookup;
        this.stream = stream;
        this.live = live;
    }

    /**
     * The header, which a browser sends when it reconnects by itself, is newer than the parameter. Nothing left to say
     * is 204: by the HTML standard that is how a browser learns not to reconnect.
     */
    @GetMapping(path = "/api/stream/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<JobResult>>>> stream(
            @PathVariable JobId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(name = "last_event_id", required = false) @Nullable String parameter,
            @AuthenticationPrincipal Caller caller) {
        var seen = version(header == null ? parameter : header);
        return lookup.find(id, caller).map(found -> answer(found, seen));
    }

    private ResponseEntity<Flux<ServerSentEvent<JobResult>>> answer(JobResult found, long seen) {
        if (found.status().terminal() && !EventStream.isNews(found, seen)) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        return live.answer(stream.of(found, seen));
    }

    /** An id that we never gave says nothing: the client gets the present state. */
    private static long version(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? 0 : Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
