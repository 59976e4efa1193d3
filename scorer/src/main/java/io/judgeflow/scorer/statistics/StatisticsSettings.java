package io.judgeflow.scorer.statistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are counted.
 *
 * @param every time between two records of one minute and language, while it changes
 * @param grace how late, or early, by the time of the records, something may come and still be counted
 * @param keep for how long, by the time of the records, what the partitions counted is kept to be put together
 */
@ConfigurationProperties("judgeflow.scorer.statistics")
public record StatisticsSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("10m") Duration grace,
        @DefaultValue("1d") Duration keep) {

    public StatisticsSettings {
        if (!every.isPositive() || grace.isNegative() || keep.compareTo(grace) < 0) {
            throw new IllegalArgumentException("judgeflow.scorer.statistics: every is above 0, and grace within keep");
        }
    }
}
