package io.judgeflow.gateway.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How streams behave.
 *
 * @param heartbeat a comment this often keeps proxies from closing a quiet stream
 * @param retry how soon a client that lost its stream should come back
 * @param jobs that one stream may name
 * @param shared about how many bytes of encoded states are kept for the next stream that sends the same
 */
@ConfigurationProperties("judgeflow.gateway.stream")
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration retry,
        @DefaultValue("100") int jobs,
        @DefaultValue("16MB") DataSize shared) {

    StreamSettings {
        if (heartbeat.toMillis() < 1 || retry.isNegative()) {
            throw new IllegalArgumentException("a heartbeat needs a time between two beats");
        }
        if (jobs < 1 || shared.isNegative()) {
            throw new IllegalArgumentException("a stream names at least one job and shares what it can");
        }
    }
}
