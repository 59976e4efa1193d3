package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision: a token, what was seen of it, and the time, to what follows. Pure. */
@Component
final class PollStep {

    private final PollPolicy policy;

    PollStep(PollPolicy policy) {
        this.policy = policy;
    }

    List<PollOutcome> decide(PendingToken token, Sighting sighting, Instant now) {
        return switch (sighting) {
            case Sighting.Reported reported -> decide(token, reported.report(), now);
            case Sighting.NoAnswer no -> unanswered(token, no.reason(), now);
            case Sighting.NobodyToAsk nobody -> lost(token, token.instance() + " is not configured any more", now);
        };
    }

    /** Left alone for so long that it waits on a rung meanwhile, the longest that does not take it too far. */
    Optional<PollOutcome> tooSoon(PendingToken token, Duration left, Instant now) {
        if (left.compareTo(PollPolicy.AT_HAND) <= 0) {
            return Optional.empty();
        }
        var delay = Topics.PENDING.atMost(left);
        return Optional.of(new PollOutcome.AskAgain(token.later(now.plus(delay)), delay));
    }

    private List<PollOutcome> decide(PendingToken token, Report report, Instant now) {
        return switch (report) {
            case Report.Waiting waiting -> unfinished(token, null, now);
            case Report.Processing processing -> processing(token, now);
            case Report.Unknown unknown -> lost(token, token.instance() + " does not know the token", now);
            case Report.Finished finished -> finished(token, finished, now);
        };
    }

    private List<PollOutcome> finished(PendingToken token, Report.Finished finished, Instant now) {
        return Judgement.judged(Judgement.attempt(token), finished, now)
                .<List<PollOutcome>>map(judged -> List.of(new PollOutcome.Known(judged)))
                .orElseGet(() -> lost(token, token.instance() + " failed: " + finished.statusDescription(), now));
    }

    private List<PollOutcome> processing(PendingToken token, Instant now) {
        var outcomes = new ArrayList<PollOutcome>();
        if (token.startedAt() == null) {
            outcomes.add(new PollOutcome.Known(new Progress.Processing(
                    Schema.VERSION, token.jobId(), token.test(), token.attempt(), token.instance(), now)));
        }
        outcomes.addAll(unfinished(token, token.startedAt() == null ? now : token.startedAt(), now));
        return outcomes;
    }

    /** Asked again on the next rung; out of patience, another attempt is made while this one stays welcome. */
    private List<PollOutcome> unfinished(PendingToken token, @Nullable Instant startedAt, Instant now) {
        if (policy.tooOld(token, now)) {
            return end(token, "not judged in time: " + token.instance() + " did not end it", now);
        }
        return replaceOrAskAgain(token, startedAt, policy.delayAfter(token), now);
    }

    /** Asked again after as long as it waited before: an instance that is away for a moment costs little time. */
    private List<PollOutcome> unanswered(PendingToken token, String reason, Instant now) {
        if (policy.tooOld(token, now)) {
            return end(token, "not judged in time: " + reason, now);
        }
        return replaceOrAskAgain(token, token.startedAt(), policy.delayBefore(token), now);
    }

    private List<PollOutcome> replaceOrAskAgain(
            PendingToken token, @Nullable Instant startedAt, Duration delay, Instant now) {
        var replace = !token.replaced() && token.attempt() < policy.maxAttempts() && policy.outOfPatience(token, now);
        var again =
                new PollOutcome.AskAgain(token.again(now.plus(delay), startedAt, token.replaced() || replace), delay);
        return replace
                ? List.of(new PollOutcome.NewAttempt(token, token.instance() + " is taking too long"), again)
                : List.of(again);
    }

    /** The token will never end. */
    private List<PollOutcome> lost(PendingToken token, String reason, Instant now) {
        if (token.replaced()) {
            return List.of();
        }
        return token.attempt() < policy.maxAttempts()
                ? List.of(new PollOutcome.NewAttempt(token, reason))
                : end(token, "not judged in " + token.attempt() + " attempts: " + reason, now);
    }

    private List<PollOutcome> end(PendingToken token, String message, Instant now) {
        return token.replaced()
                ? List.of()
                : List.of(new PollOutcome.Known(
                        new Progress.GaveUp(Schema.VERSION, token.jobId(), token.attempt(), message, now)));
    }
}
