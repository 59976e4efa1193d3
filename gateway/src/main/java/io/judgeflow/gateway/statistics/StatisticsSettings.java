package io.judgeflow.gateway.statistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the statistics this gateway shows.
 *
 * @param lookBack how far back it reads when it starts
 * @param rows minutes and languages in memory at most; the oldest minutes leave first
 */
@ConfigurationProperties("judgeflow.gateway.statistics")
record StatisticsSettings(
        @DefaultValue("1d") Duration lookBack,
        @DefaultValue("50000") int rows) {

    StatisticsSettings {
        if (lookBack.isNegative() || rows < 1) {
            throw new IllegalArgumentException("statistics keep at least one row and look back, not ahead");
        }
    }
}
