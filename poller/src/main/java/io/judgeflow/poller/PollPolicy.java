package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient we are with an instance. Judge0 1.13.1 loses what its workers or its Redis die with, and such a token
 * stays in status 1 or 2 for ever; the longest legitimate run with default limits takes about 35 s.
 *
 * @param awayPatience how long an instance may be away before another attempt is made at what it has
 * @param queuePatience how long a token may wait in the instance's queue before another attempt is made
 * @param runPatience how long it may be processing before another attempt is made
 * @param maxAttempts attempts at one test
 * @param ageLimit a job older than this is given up
 * @param linger how long a token that is due waits for others to be asked about with it, where several come
 */
@ConfigurationProperties("judgeflow.poller")
record PollPolicy(
        @DefaultValue("30s") Duration awayPatience,
        @DefaultValue("5m") Duration queuePatience,
        @DefaultValue("2m") Duration runPatience,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("1h") Duration ageLimit,
        @DefaultValue("50ms") Duration linger) {

    /** What is left of a wait is waited for here, and not on a rung: so short that few tokens do it at once. */
    static final Duration AT_HAND = Duration.ofMillis(250);

    PollPolicy {
        if (Stream.of(awayPatience, queuePatience, runPatience, ageLimit)
                .anyMatch(patience -> !patience.isPositive())) {
            throw new IllegalArgumentException("the poller's patience must be positive");
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("judgeflow.poller.max-attempts must be at least 1");
        }
    }

    /** How long to wait before a token that was not over is asked about again. */
    Duration delayAfter(PendingToken token) {
        return Topics.PENDING.rung(token.asked());
    }

    /**
     * How long to wait before a token of an instance that is away is asked about again: on its own rung, but the longer
     * the instance is away the longer at least, as all its tokens come again and again.
     */
    Duration delayWhileAway(PendingToken token, Instant since, Instant now) {
        var own = Topics.PENDING.rung(token.asked());
        var theirs = Topics.PENDING.atMost(Duration.between(since, now));
        return own.compareTo(theirs) >= 0 ? own : theirs;
    }

    /** @param startedAt when the token was first seen processing, perhaps just now; null while it is in the queue */
    boolean outOfPatience(PendingToken token, @Nullable Instant startedAt, Instant now) {
        return startedAt == null
                ? token.issuedAt().plus(queuePatience).isBefore(now)
                : startedAt.plus(runPatience).isBefore(now);
    }

    /** An instance was there when it issued the token, whatever was before. */
    boolean awayTooLong(PendingToken token, Instant since, Instant now) {
        var begin = since.isBefore(token.issuedAt()) ? token.issuedAt() : since;
        return begin.plus(awayPatience).isBefore(now);
    }

    boolean tooOld(PendingToken token, Instant now) {
        return token.submittedAt().plus(ageLimit).isBefore(now);
    }
}
