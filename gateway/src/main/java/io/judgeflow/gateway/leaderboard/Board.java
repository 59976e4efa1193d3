package io.judgeflow.gateway.leaderboard;

import io.judgeflow.contracts.event.LeaderboardEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The best of one problem, so many of them. Who falls off comes back only by doing better, and that is told: so these are
 * always the best of all. Not thread-safe.
 */
final class Board {

    private final TreeSet<LeaderboardEntry> places = new TreeSet<>(LeaderboardEntry.BEST_FIRST);
    private final Map<String, LeaderboardEntry> byUser = new HashMap<>();
    private final int most;

    Board(int most) {
        this.most = most;
    }

    /** True when anything changed. */
    boolean put(LeaderboardEntry entry) {
        var present = byUser.get(entry.userId());
        if (present != null && !entry.beats(present)) {
            return false;
        }
        if (present != null) {
            places.remove(present);
        }
        places.add(entry);
        byUser.put(entry.userId(), entry);
        if (places.size() > most) {
            var last = places.removeLast();
            byUser.remove(last.userId());
            return !last.equals(entry);
        }
        return true;
    }

    List<LeaderboardEntry> best(int limit) {
        return places.stream().limit(limit).toList();
    }
}
