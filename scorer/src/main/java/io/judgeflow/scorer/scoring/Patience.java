package io.judgeflow.scorer.scoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the scorer waits and remembers.
 *
 * @param ageLimit a job without an end this long after its submission becomes an error; longer than the submitter's and
 *     the poller's own limits, which know the reason better
 * @param retention how long a job that has ended is remembered, to drop what still arrives for it
 * @param checkEvery time between two looks at what is due
 */
@ConfigurationProperties("judgeflow.scorer")
record Patience(
        @DefaultValue("65m") Duration ageLimit,
        @DefaultValue("15m") Duration retention,
        @DefaultValue("1s") Duration checkEvery) {

    Patience {
        if (!ageLimit.isPositive() || retention.isNegative() || !checkEvery.isPositive()) {
            throw new IllegalArgumentException("the scorer's patience must be positive");
        }
    }
}
