package io.judgeflow.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a caller may submit. All of it may come at once; it comes back evenly. Each gateway counts for itself.
 *
 * @param enabled whether anyone is limited; on a machine of one's own without credentials nobody is
 * @param submissions of one user, or of one address for callers without credentials
 * @param serviceSubmissions of one service
 * @param per in which time
 * @param callers that are remembered at once
 * @param proxies of ours through which every request comes, and whose last so many entries of X-Forwarded-For are true
 */
@ConfigurationProperties("judgeflow.gateway.rate-limit")
record RateLimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("60") int submissions,
        @DefaultValue("6000") int serviceSubmissions,
        @DefaultValue("1m") Duration per,
        @DefaultValue("100000") int callers,
        @DefaultValue("0") int proxies) {

    RateLimitSettings {
        if (submissions < 1 || serviceSubmissions < 1 || callers < 1) {
            throw new IllegalArgumentException("at least one caller may submit at least once");
        }
        if (per.toSeconds() < 1) {
            throw new IllegalArgumentException("submissions are counted over at least a second");
        }
        if (proxies < 0) {
            throw new IllegalArgumentException("there are no fewer than no proxies");
        }
    }
}
