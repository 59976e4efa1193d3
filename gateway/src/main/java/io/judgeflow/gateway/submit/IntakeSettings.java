package io.judgeflow.gateway.submit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may wait for the brokers.
 *
 * @param waiting submissions that may be on their way to the brokers at once; more are turned away
 * @param patience how long each may take before it is answered 503
 */
@ConfigurationProperties("judgeflow.gateway.intake")
record IntakeSettings(
        @DefaultValue("4096") int waiting,
        @DefaultValue("12s") Duration patience) {

    IntakeSettings {
        if (waiting < 1 || patience.toMillis() < 1) {
            throw new IllegalArgumentException("at least one submission waits for at least a moment");
        }
    }
}
