package io.judgeflow.gateway.lookup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a look-up is.
 *
 * @param young a job no older than this may have been accepted elsewhere a moment ago and is waited for
 * @param patience how long it is waited for
 * @param archive how long the archive may take
 * @param longestPoll cap of {@code ?wait=}
 */
@ConfigurationProperties("judgeflow.gateway.lookup")
record LookupSettings(
        @DefaultValue("5s") Duration young,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("3s") Duration archive,
        @DefaultValue("60s") Duration longestPoll) {

    LookupSettings {
        if (young.isNegative() || patience.isNegative() || archive.isNegative() || longestPoll.isNegative()) {
            throw new IllegalArgumentException("no look-up takes less than no time");
        }
    }
}
