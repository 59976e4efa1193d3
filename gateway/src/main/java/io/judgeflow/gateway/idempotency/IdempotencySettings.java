package io.judgeflow.gateway.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How repetitions are told.
 *
 * @param keys that are remembered; for older ones the database is asked
 * @param archive how long the database may take; a key that it cannot be asked about counts as new
 * @param patience how long a stored submission may take to come back from the brokers before 503
 */
@ConfigurationProperties("judgeflow.gateway.idempotency")
record IdempotencySettings(
        @DefaultValue("200000") int keys,
        @DefaultValue("1s") Duration archive,
        @DefaultValue("5s") Duration patience) {

    IdempotencySettings {
        if (keys < 1 || !archive.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "at least one key is remembered, and repetitions take some time to tell");
        }
    }
}
