package io.judgeflow.poller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.job.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private record Arrival(Instant at, boolean withTheBrokers) {}

    private final Cache<Attempt, Arrival> arrivals =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** False when it has begun already. */
    boolean begin(Attempt attempt, Instant now) {
        return arrivals.asMap().putIfAbsent(attempt, new Arrival(now, false)) == null;
    }

    /** The brokers have its verdict. */
    void confirm(Attempt attempt) {
        arrivals.asMap().computeIfPresent(attempt, (same, arrival) -> new Arrival(arrival.at(), true));
    }

    /** Its verdict could not be published. */
    void forget(Attempt attempt) {
        arrivals.invalidate(attempt);
    }

    /** When its callback came; empty when asking may bring something new. */
    Optional<Instant> arrival(PendingToken token) {
        return Optional.ofNullable(arrivals.getIfPresent(Judgement.attempt(token)))
                .filter(Arrival::withTheBrokers)
                .map(Arrival::at);
    }
}
