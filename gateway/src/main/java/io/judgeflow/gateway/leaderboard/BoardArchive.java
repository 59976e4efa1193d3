package io.judgeflow.gateway.leaderboard;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.job.ProblemId;
import reactor.core.publisher.Flux;

/** Where the leaderboards are that this gateway does not keep. */
@FunctionalInterface
public interface BoardArchive {

    /** The best of a problem, best first; fails when it cannot be asked. */
    Flux<LeaderboardEntry> best(ProblemId problem, int limit);
}
