package io.judgeflow.gateway.leaderboard;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the leaderboards this gateway shows.
 *
 * @param places of one problem that are kept, and can be asked for
 * @param problems that are kept in memory; others come from the database
 * @param pause between two events of one stream, however much changes meanwhile
 */
@ConfigurationProperties("judgeflow.gateway.leaderboard")
record LeaderboardSettings(
        @DefaultValue("100") int places,
        @DefaultValue("1000") int problems,
        @DefaultValue("250ms") Duration pause) {

    LeaderboardSettings {
        if (places < 1 || problems < 1 || !pause.isPositive()) {
            throw new IllegalArgumentException("a leaderboard has at least one place and problem, and a pause");
        }
    }
}
