package io.judgeflow.poller;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.lookup.TopicLookup;
import io.judgeflow.kafka.publish.EventPublisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down what follows. What is put off is sent together with others: nobody waits for it. */
@Component
final class OutcomePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomePublisher.class);

    private final EventPublisher events;
    private final EventPublisher gathered;
    private final TopicLookup<JobSubmitted> submissions;
    private final JudgedStages stages;
    private final Counter attempts;
    private final Clock clock;

    OutcomePublisher(
            EventPublisher events,
            @Qualifier(EventPublisher.GATHERING) EventPublisher gathered,
            TopicLookup<JobSubmitted> submissions,
            JudgedStages stages,
            MeterRegistry meters,
            Clock clock) {
        this.stages = stages;
        this.attempts = meters.counter("judgeflow.poller.attempts");
        this.events = events;
        this.gathered = gathered;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Completes when the brokers have it. */
    Mono<Void> publish(PollOutcome outcome) {
        return switch (outcome) {
            case PollOutcome.AskAgain again ->
                gathered.publish(Topics.pending(again.delay()), again.token().jobId(), again.token());
            case PollOutcome.Known known -> known(known);
            case PollOutcome.NewAttempt attempt -> newAttempt(attempt.token(), attempt.reason());
        };
    }

    /** The token carries no code: the job is read back from where it lies in the log. */
    private Mono<Void> newAttempt(PendingToken token, String reason) {
        attempts.increment();
        LOG.atInfo()
                .addKeyValue("job", token.jobId())
                .addKeyValue("attempt", token.attempt())
                .addKeyValue("instance", token.instance())
                .log("job {} test {}: new attempt: {}", token.jobId(), token.test(), reason);
        return submissions
                .at(token.origin())
                .filter(job -> job.jobId().equals(token.jobId()))
                .map(job -> deferred(token, job, reason))
                .flatMap(
                        deferred -> gathered.publish(Topics.deferred(Topics.DEFERRALS.rung(0)), token.jobId(), deferred)
                                .thenReturn(true))
                .switchIfEmpty(gone(token, reason).thenReturn(true))
                .then();
    }

    private JobDeferred deferred(PendingToken token, JobSubmitted job, String reason) {
        return new JobDeferred(
                Schema.VERSION,
                job,
                token.origin(),
                List.of(token.test()),
                token.attempt() + 1,
                0,
                clock.instant().plus(Topics.DEFERRALS.rung(0)),
                token.instance(),
                null,
                reason,
                token.submittedAt());
    }

    private Mono<Void> gone(PendingToken token, String reason) {
        var message = reason + "; the submission cannot be read back from the log, so it cannot be run again";
        return verdict(
                new Progress.GaveUp(Schema.VERSION, token.jobId(), token.attempt(), message, clock.instant()),
                token.origin().partition());
    }

    private Mono<Void> known(PollOutcome.Known known) {
        var published = verdict(known.progress(), known.partition());
        return known.progress() instanceof Progress.Judged judged ? stages.noted(judged, published) : published;
    }

    private Mono<Void> verdict(Progress progress, int partition) {
        return events.publish(Topics.VERDICTS, partition, progress.jobId(), progress);
    }
}
