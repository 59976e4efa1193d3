package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.judge0.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private List<PollOutcome> decide(PendingToken token, Report report, Instant now) {
        return switch (report) {
            case Report.Waiting waiting -> unfinished(token, null, now);
            case Report.Processing processing -> processing(token, now);
            case Report.Unknown unknown -> lost(token, token.instance() + " does not know the token", now);
            case Report.Finished finished -> finished(token, finished, now);
        };
    }

    private List<PollOutcome> finished(PendingToken token, Report.Finished finished, Instant now) {
        return Judgement.of(finished)
                .<List<PollOutcome>>map(verdict -> List.of(new PollOutcome.Known(new Progress.Judged(
                        Schema.VERSION,
                        token.jobId(),
                        token.test(),
                        token.attempt(),
                        token.instance(),
                        verdict,
                        Judgement.output(finished),
                        now))))
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
        var delay = policy.delayAfter(token);
        var replace = toBeReplaced(token, now);
        var again = token.again(now.plus(delay), startedAt, token.replaced() || replace);
        return askAgain(token, replace, new PollOutcome.AskAgain(again, delay));
    }

    /** Asked again on the same rung: an instance that is away should not slow down what comes after. */
    private List<PollOutcome> unanswered(PendingToken token, String reason, Instant now) {
        if (policy.tooOld(token, now)) {
            return end(token, "not judged in time: " + reason, now);
        }
        var delay = policy.delayBefore(token);
        var replace = toBeReplaced(token, now);
        var again = token.unanswered(now.plus(delay), token.replaced() || replace);
        return askAgain(token, replace, new PollOutcome.AskAgain(again, delay));
    }

    private boolean toBeReplaced(PendingToken token, Instant now) {
        return !token.replaced() && token.attempt() < policy.maxAttempts() && policy.outOfPatience(token, now);
    }

    private static List<PollOutcome> askAgain(PendingToken token, boolean replace, PollOutcome.AskAgain again) {
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
