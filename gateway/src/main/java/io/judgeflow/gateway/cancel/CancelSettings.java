package io.judgeflow.gateway.cancel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a cancellation is.
 *
 * @param patience how long the brokers may take for it
 * @param end how long the job's end is then waited for before the answer is 202
 */
@ConfigurationProperties("judgeflow.gateway.cancel")
record CancelSettings(
        @DefaultValue("12s") Duration patience,
        @DefaultValue("2s") Duration end) {

    CancelSettings {
        if (!patience.isPositive() || end.isNegative()) {
            throw new IllegalArgumentException("a cancellation takes some time");
        }
    }
}
