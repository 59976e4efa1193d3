package io.judgeflow.gateway.history;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How histories are read.
 *
 * @param page lines when the client does not say how many
 * @param longestPage lines at most
 * @param patience how long the database may take
 */
@ConfigurationProperties("judgeflow.gateway.history")
record HistorySettings(
        @DefaultValue("20") int page,
        @DefaultValue("100") int longestPage,
        @DefaultValue("3s") Duration patience) {

    HistorySettings {
        if (page < 1 || longestPage < page || !patience.isPositive()) {
            throw new IllegalArgumentException("a page has at least one line, and is not longer than the longest");
        }
    }
}
