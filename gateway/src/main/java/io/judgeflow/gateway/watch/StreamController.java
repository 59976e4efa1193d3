package io.judgeflow.gateway.watch;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.lookup.JobLookup;
import io.judgeflow.gateway.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams the changes of one job, of some, or of all of a user. Nothing left to say is 204: by the HTML standard that is
 * how a browser learns not to reconnect.
 */
@RestController
class StreamController {

    private static final int LOOKUPS = 8;

    private final JobLookup lookup;
    private final EventStream stream;
    private final LiveEvents live;
    private final StreamSettings settings;

    StreamController(JobLookup lookup, EventStream stream, LiveEvents live, StreamSettings settings) {
        this.lookup = lookup;
        this.stream = stream;
        this.live = live;
        this.settings = settings;
    }

    @GetMapping(path = "/api/stream/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> one(
            @PathVariable JobId id,
            LastEventId last,
            @AuthenticationPrincipal Caller caller,
            ServerHttpResponse response) {
        return lookup.find(id, caller)
                .flatMap(found -> found.status().terminal() && !EventStream.isNews(found, last.version())
                        ? nothing(response)
                        : live.send(stream.ofOne(found, last.version()), response));
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> several(
            @RequestParam(name = "jobs", required = false) @Nullable String jobs,
            @RequestParam(name = "user", required = false) @Nullable String user,
            LastEventId last,
            @AuthenticationPrincipal Caller caller,
            ServerHttpResponse response) {
        if ((jobs == null) == (user == null)) {
            throw Problem.parameter("jobs", "or 'user' must be given, and not both");
        }
        return jobs == null
                ? ofUser(caller.whose("user", user), last, response)
                : ofJobs(ids(jobs), last, caller, response);
    }

    private Mono<Void> ofUser(String user, LastEventId last, ServerHttpResponse response) {
        return live.send(stream.ofUser(user, SeenChanges.of(last.text())), response);
    }

    private Mono<Void> ofJobs(List<JobId> ids, LastEventId last, Caller caller, ServerHttpResponse response) {
        var seen = SeenVersions.of(ids, last.text());
        return Flux.fromIterable(ids)
                .flatMapSequential(id -> lookup.find(id, caller), LOOKUPS)
                .collectList()
                .flatMap(found -> found.stream().allMatch(job -> job.status().terminal())
                                && seen.newsOf(found).isEmpty()
                        ? nothing(response)
                        : live.send(stream.ofSome(found, seen), response));
    }

    private static Mono<Void> nothing(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.NO_CONTENT);
        return response.setComplete();
    }

    private List<JobId> ids(String jobs) {
        try {
            var ids = Stream.of(jobs.split(",", settings.jobs() + 1))
                    .map(JobId::of)
                    .distinct()
                    .toList();
            if (ids.size() <= settings.jobs()) {
                return ids;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in the client's terms.
        }
        throw Problem.parameter("jobs", "must be 1 to " + settings.jobs() + " job ids, separated by commas");
    }
}
