package io.judgeflow.poller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.job.Attempt;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Attempts whose callbacks came to this process a short while ago: what comes again is dropped, and the token that
 * waits for the same result need not be asked about. Whatever is forgotten is asked about once more, and the fold drops
 * the second verdict.
 */
@Component
final class RecentlyJudged {

    /** Judge0 1.13.1 repeats a callback for up to 30 s; a token waits no longer than the longest rung of the ladder. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST = 100_000;

    private enum State {
        ON_ITS_WAY,
        WITH_THE_BROKERS
    }

    private final Cache<Attempt, State> attempts =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** False when it has begun already. */
    boolean begin(Attempt attempt) {
        return attempts.asMap().putIfAbsent(attempt, State.ON_ITS_WAY) == null;
    }

    /** The brokers have its verdict. */
    void confirm(Attempt attempt) {
        attempts.put(attempt, State.WITH_THE_BROKERS);
    }

    /** Its verdict could not be published. */
    void forget(Attempt attempt) {
        attempts.invalidate(attempt);
    }

    /** Whether asking would bring nothing new. */
    boolean has(PendingToken token) {
        return attempts.getIfPresent(Judgement.attempt(token)) == State.WITH_THE_BROKERS;
    }
}
