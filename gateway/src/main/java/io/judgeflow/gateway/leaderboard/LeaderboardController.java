package io.judgeflow.gateway.leaderboard;

import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.gateway.watch.LiveEvents;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers who is best at a problem, once or for as long as somebody listens. */
@RestController
class LeaderboardController {

    private static final String PATH = "/api/leaderboard/{problem}";
    private static final String USUAL = "20";

    private final Leaderboards leaderboards;
    private final LiveEvents live;

    LeaderboardController(Leaderboards leaderboards, LiveEvents live) {
        this.leaderboards = leaderboards;
        this.live = live;
    }

    /** A problem that nobody has done has no places. */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Leaderboard>> once(
            @PathVariable ProblemId problem, @RequestParam(name = "limit", defaultValue = USUAL) int limit) {
        check(limit);
        return leaderboards
                .find(problem, limit)
                .map(board ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(board));
    }

    /** The whole of it each time: a client shows what came last and has nothing to put together. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<Leaderboard>>> live(
            @PathVariable ProblemId problem, @RequestParam(name = "limit", defaultValue = USUAL) int limit) {
        check(limit);
        var events = leaderboards.watch(problem, limit).map(board -> live.event("leaderboard", board));
        return live.answer(live.withHeartbeat(events, false));
    }

    private void check(int limit) {
        if (limit < 1 || limit > leaderboards.most()) {
            throw Problem.parameter("limit", "must be a whole number from 1 to " + leaderboards.most());
        }
    }
}
