package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient we are with an instance. Judge0 1.13.1 loses what its workers or its Redis die with, and such a token
 * stays in status 1 or 2 for ever; the longest legitimate run with default limits takes about 35 s.
 *
 * @param queuePatience how long a token may wait in the instance's queue before another attempt is made
 * @param runPatience how long it may be processing before another attempt is made
 * @param maxAttempts attempts at one test
 * @param ageLimit a job older than this is given up
 * @param linger how long a token that is due waits for others to be asked about with it, where several come
 */
@ConfigurationProperties("judgeflow.poller")
record PollPolicy(
        @DefaultValue("5m") Duration queuePatience,
        @DefaultValue("2m") Duration runPatience,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("1h") Duration ageLimit,
        @DefaultValue("50ms") Duration linger) {

    /** What is left of a wait is waited for here, and not on a rung: so short that few tokens do it at once. */
    static final Duration AT_HAND = Duration.ofMillis(250);

    PollPolicy {
        if (!queuePatience.isPositive() || !runPatience.isPositive() || !ageLimit.isPositive()) {
            throw new IllegalArgumentException("the poller's patience must be positive");
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("judgeflow.poller.max-attempts must be at least 1");
        }
    }

    /**
     * How long to wait before the token is asked about again. However long the first wait was, the ladder is climbed from
     * its foot: the run is expected to end about now. Only one that was put on the top rung at once stays there.
     */
    Duration delayAfter(PendingToken token) {
        var top = Topics.PENDING.rung(Integer.MAX_VALUE);
        var waited = Duration.between(token.issuedAt(), token.notBefore());
        return token.asked() == 0 && waited.compareTo(top) >= 0 ? top : Topics.PENDING.rung(token.asked());
    }

    /** How long it waited this time. */
    Duration delayBefore(PendingToken token) {
        return Topics.PENDING.rung(token.asked());
    }

    boolean outOfPatience(PendingToken token, Instant now) {
        var started = token.startedAt();
        return started == null
                ? token.issuedAt().plus(queuePatience).isBefore(now)
                : started.plus(runPatience).isBefore(now);
    }

    boolean tooOld(PendingToken token, Instant now) {
        return token.submittedAt().plus(ageLimit).isBefore(now);
    }
}
