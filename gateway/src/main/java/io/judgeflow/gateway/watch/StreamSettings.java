package io.judgeflow.gateway.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams behave.
 *
 * @param heartbeat a comment this often keeps proxies from closing a quiet stream
 * @param retry how soon a client that lost its stream should come back
 */
@ConfigurationProperties("judgeflow.gateway.stream")
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration retry) {

    StreamSettings {
        if (heartbeat.toMillis() < 1 || retry.isNegative()) {
            throw new IllegalArgumentException("a heartbeat needs a time between two beats");
        }
    }
}
