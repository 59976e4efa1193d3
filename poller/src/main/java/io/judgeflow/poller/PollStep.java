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

    private static final String NOT_OVER = "its run did not end";

    private final PollPolicy policy;

    PollStep(PollPolicy policy) {
        this.policy = policy;
    }

    List<PollOutcome> decide(PendingToken token, Sighting sighting, Instant now) {
        return switch (sighting) {
            case Sighting.Reported reported -> decide(token, reported.report(), now);
            case Sighting.Declined declined -> unfinished(token, token.startedAt(), declined.reason(), now);
            case Sighting.Away away -> away(token, away, now);
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
            case Report.Waiting waiting -> unfinished(token, null, NOT_OVER, now);
            case Report.Processing processing -> processing(token, now);
            case Report.Unknown unknown -> lost(token, token.instance() + " does not know the token", now);
            case Report.Finished finished -> finished(token, finished, now);
        };
    }

    private List<PollOutcome> finished(PendingToken token, Report.Finished finished, Instant now) {
        return Judgement.judged(Judgement.attempt(token), finished, token.issuedAt(), now)
                .<List<PollOutcome>>map(judged -> List.of(known(token, judged)))
                .orElseGet(() -> lost(token, token.instance() + " failed: " + finished.statusDescription(), now));
    }

    private List<PollOutcome> processing(PendingToken token, Instant now) {
        if (token.startedAt() != null) {
            return unfinished(token, token.startedAt(), NOT_OVER, now);
        }
        var outcomes = new ArrayList<PollOutcome>();
        outcomes.add(known(
                token,
                new Progress.Processing(
                        Schema.VERSION, token.jobId(), token.test(), token.attempt(), token.instance(), now)));
        outcomes.addAll(unfinished(token, now, NOT_OVER, now));
        return outcomes;
    }

    /** Asked again on the next rung; out of patience, another attempt is made while this one stays welcome. */
    private List<PollOutcome> unfinished(PendingToken token, @Nullable Instant startedAt, String reason, Instant now) {
        if (policy.tooOld(token, now)) {
            return end(token, "not judged in time: " + reason, now);
        }
        var delay = policy.delayAfter(token);
        var again = new PollOutcome.AskAgain(token.again(now.plus(delay), startedAt), delay);
        return policy.outOfPatience(token, startedAt, now) ? replaced(again, "takes too long") : List.of(again);
    }

    /** Asked again on the same rung: a moment costs little time; in the end another attempt is made where it can be. */
    private List<PollOutcome> away(PendingToken token, Sighting.Away away, Instant now) {
        if (policy.tooOld(token, now)) {
            return end(token, "not judged in time: " + away.reason(), now);
        }
        var delay = policy.delayWhileAway(token, away.since(), now);
        var again = new PollOutcome.AskAgain(token.later(now.plus(delay)), delay);
        var tooLong = away.elsewhere() && policy.awayTooLong(token, away.since(), now);
        return tooLong ? replaced(again, "is away") : List.of(again);
    }

    /** The first attempt that follows is the last that this token asks for. */
    private List<PollOutcome> replaced(PollOutcome.AskAgain again, String reason) {
        var token = again.token();
        return token.replaced() || token.attempt() >= policy.maxAttempts()
                ? List.of(again)
                : List.of(
                        new PollOutcome.NewAttempt(token, token.instance() + " " + reason),
                        new PollOutcome.AskAgain(token.asReplaced(), again.delay()));
    }

    /** The token will never end. */
    private List<PollOutcome> lost(PendingToken token, String reason, Instant now) {
        if (policy.tooOld(token, now)) {
            return end(token, "not judged in time: " + reason, now);
        }
        if (token.attempt() >= policy.maxAttempts()) {
            return end(token, "not judged in " + token.attempt() + " attempts: " + reason, now);
        }
        return token.replaced() ? List.of() : List.of(new PollOutcome.NewAttempt(token, reason));
    }

    /** What becomes of the job is for the attempt that replaced this one to say, where there is one. */
    private List<PollOutcome> end(PendingToken token, String message, Instant now) {
        return token.replaced()
                ? List.of()
                : List.of(known(
                        token, new Progress.GaveUp(Schema.VERSION, token.jobId(), token.attempt(), message, now)));
    }

    private static PollOutcome known(PendingToken token, Progress progress) {
        return new PollOutcome.Known(progress, token.origin().partition());
    }
}
