package io.judgeflow.submitter;

import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a job waits for an instance.
 *
 * @param ageLimit a job older than this that no instance takes is given up
 */
@ConfigurationProperties("judgeflow.submitter.deferral")
record DeferralPolicy(@DefaultValue("1h") Duration ageLimit) {

    DeferralPolicy {
        if (!ageLimit.isPositive()) {
            throw new IllegalArgumentException("judgeflow.submitter.deferral.age-limit must be positive");
        }
    }

    /**
     * What is done with an errand that no instance takes now.
     *
     * @param retryAfter the least time to wait that an instance asked for; null when none did
     */
    DispatchOutcome putOff(Errand errand, @Nullable Duration retryAfter, String reason, Instant now) {
        if (errand.submittedAt().plus(ageLimit).isBefore(now)) {
            return new DispatchOutcome.GaveUp(errand, reason);
        }
        var rung = Topics.DEFERRALS.rung(errand.deferrals());
        var delay = retryAfter == null ? rung : Topics.DEFERRALS.atLeast(retryAfter);
        return new DispatchOutcome.Deferred(errand, delay.compareTo(rung) > 0 ? delay : rung, reason);
    }
}
