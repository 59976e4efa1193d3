package io.judgeflow.gateway.leaderboard;

import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.gateway.problem.Problem;
import io.judgeflow.gateway.view.Closing;
import io.judgeflow.gateway.view.ViewProgress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds leaderboards: in the view, then in the archive. */
@Component
class Leaderboards {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final BoardView view;
    private final ViewProgress progress;
    private final BoardArchive archive;
    private final LeaderboardSettings settings;
    private final Closing closing;

    Leaderboards(
            BoardView view,
            ViewProgress progress,
            BoardArchive archive,
            LeaderboardSettings settings,
            Closing closing) {
        this.view = view;
        this.progress = progress;
        this.archive = archive;
        this.settings = settings;
        this.closing = closing;
    }

    /** As it stands; fails with a {@link Problem} 503 when that cannot be said at the moment. */
    Mono<Leaderboard> find(ProblemId problem, int limit) {
        return Mono.defer(() -> Mono.justOrEmpty(progress.caughtUp() ? view.best(problem, limit) : Optional.empty()))
                .switchIfEmpty(Mono.defer(() -> archive.best(problem, limit)
                        .collectList()
                        .timeout(PATIENCE)
                        .onErrorMap(cause -> Problem.unavailable(
                                "This leaderboard cannot be looked up at the moment.", RETRY_AFTER, cause))))
                .map(entries -> Leaderboard.of(problem, entries));
    }

    /** As it stands, and again when it has changed, until this gateway closes. */
    Flux<Leaderboard> watch(ProblemId problem, int limit) {
        // Registered before the first look, so that no change falls between the two.
        var changes = view.changes(problem).sample(settings.pause());
        return Flux.merge(changes, Mono.just(problem))
                .onBackpressureLatest()
                .concatMap(changed -> find(changed, limit), 1)
                .distinctUntilChanged()
                .takeUntilOther(closing.signal());
    }

    /** The most that can be asked for. */
    int most() {
        return settings.places();
    }
}
