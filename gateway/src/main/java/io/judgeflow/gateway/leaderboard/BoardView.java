package io.judgeflow.gateway.leaderboard;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.job.ProblemId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/** The leaderboards as the topic tells them: bounded, the ones that changed longest ago leave first. */
@Component
public class BoardView {

    private final Object lock = new Object();
    private final LinkedHashMap<ProblemId, Board> boards = new LinkedHashMap<>();
    private final Map<ProblemId, Set<FluxSink<ProblemId>>> watchers = new HashMap<>();
    private final LeaderboardSettings settings;
    private boolean someLeft;

    BoardView(LeaderboardSettings settings) {
        this.settings = settings;
    }

    /** Takes an entry, in any order, any number of times. */
    public void accept(LeaderboardEntry entry) {
        List<FluxSink<ProblemId>> told;
        synchronized (lock) {
            if (!put(entry)) {
                return;
            }
            told = List.copyOf(watchers.getOrDefault(entry.problem(), Set.of()));
        }
        told.forEach(watcher -> watcher.next(entry.problem()));
    }

    private boolean put(LeaderboardEntry entry) {
        if (someLeft && !boards.containsKey(entry.problem())) {
            // Its other places have left with it, or never came: the archive has them all.
            return watchers.containsKey(entry.problem());
        }
        var board = boards.computeIfAbsent(entry.problem(), first -> new Board(settings.places()));
        var changed = board.put(entry);
        boards.putLast(entry.problem(), board);
        if (boards.size() > settings.problems()) {
            boards.pollFirstEntry();
            someLeft = true;
        }
        return changed;
    }

    /** The best of a problem, none for one that nobody has done; empty when this view does not keep it. */
    Optional<List<LeaderboardEntry>> best(ProblemId problem, int limit) {
        synchronized (lock) {
            var board = boards.get(problem);
            if (board == null) {
                return someLeft ? Optional.empty() : Optional.of(List.of());
            }
            return Optional.of(board.best(limit));
        }
    }

    /** Its problem, at each change of a leaderboard; whoever is slow is told once of many. */
    Flux<ProblemId> changes(ProblemId problem) {
        return Flux.create(
                sink -> {
                    sink.onDispose(() -> unregister(problem, sink));
                    register(problem, sink);
                },
                OverflowStrategy.LATEST);
    }

    private void register(ProblemId problem, FluxSink<ProblemId> sink) {
        synchronized (lock) {
            watchers.computeIfAbsent(problem, first -> new HashSet<>()).add(sink);
        }
    }

    private void unregister(ProblemId problem, FluxSink<ProblemId> sink) {
        synchronized (lock) {
            var left = watchers.get(problem);
            if (left != null && left.remove(sink) && left.isEmpty()) {
                watchers.remove(problem);
            }
        }
    }
}
