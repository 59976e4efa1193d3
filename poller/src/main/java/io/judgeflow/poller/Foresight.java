package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Knows when it is worth asking about a token, from how long runs of its language took on its instance. What it learns
 * from are the judge's own times, not when we asked, so that asking late does not make it ask later still.
 */
@Component
final class Foresight {

    /** A run that takes longer is looked at once in between, so that its user is told that it is running. */
    static final Duration UNSEEN = Duration.ofMillis(1_500);

    /** However long runs take: one that is short for once is not waited for any longer. */
    static final Duration LONGEST = Topics.PENDING.rung(Integer.MAX_VALUE);

    /** Kinds of runs that are remembered; those not seen for longest are forgotten first. */
    static final int KINDS = 1_000;

    private final Map<Kind, Expectation> expectations =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Kind, Expectation> eldest) {
                    return size() > KINDS;
                }
            });

    /** How much longer to leave the token alone; zero when it is worth asking, or nothing is known. */
    Duration untilWorthAsking(PendingToken token, Instant now) {
        var expectation = expectations.get(Kind.of(token));
        if (expectation == null) {
            return Duration.ZERO;
        }
        var after = expectation.worthAsking();
        if (after.compareTo(UNSEEN) > 0 && isFirstLook(token)) {
            return Duration.ZERO;
        }
        var capped = after.compareTo(LONGEST) > 0 ? LONGEST : after;
        var left = Duration.between(now, token.issuedAt().plus(capped));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** On whichever rung it began, it has not waited for longer than that. */
    private static boolean isFirstLook(PendingToken token) {
        return !token.notBefore().isAfter(token.issuedAt().plus(Topics.PENDING.rung(token.asked())));
    }

    /** Takes note of a run that was found to be over. */
    void learn(PendingToken token, Report.Finished finished, Instant now) {
        learn(token, took(token, finished, now));
    }

    /** Takes note of how long a run took from being accepted; where clocks differ, perhaps less than nothing. */
    void learn(PendingToken token, Duration apparently) {
        var took = apparently.isNegative() ? Duration.ZERO : apparently;
        expectations.merge(Kind.of(token), Expectation.first(took), (known, first) -> known.with(took));
    }

    /** Where the judge does not say, a little less than it can have been: an estimate must be able to fall. */
    private static Duration took(PendingToken token, Report.Finished finished, Instant now) {
        if (finished.took() != null) {
            return finished.took();
        }
        var wallTime = finished.wallTime();
        if (wallTime != null) {
            return Duration.ofMillis(Math.round(wallTime * 1000));
        }
        return Duration.between(token.issuedAt(), now).multipliedBy(3).dividedBy(4);
    }

    private record Kind(String instance, String language) {
        static Kind of(PendingToken token) {
            return new Kind(token.instance(), token.language());
        }
    }
}
