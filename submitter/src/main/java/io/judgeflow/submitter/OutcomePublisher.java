package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.publish.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes down what became of an errand. That an instance has it, and what is put off, is sent together with others: nobody
 * waits for it.
 */
@Component
final class OutcomePublisher {

    private final EventPublisher events;
    private final EventPublisher gathered;
    private final DeadLetters deadLetters;
    private final FirstDelay firstDelay;
    private final SubmitterMeters meters;
    private final Clock clock;

    OutcomePublisher(
            EventPublisher events,
            @Qualifier(EventPublisher.GATHERING) EventPublisher gathered,
            DeadLetters deadLetters,
            FirstDelay firstDelay,
            SubmitterMeters meters,
            Clock clock) {
        this.events = events;
        this.gathered = gathered;
        this.deadLetters = deadLetters;
        this.firstDelay = firstDelay;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Completes when the brokers have everything that follows from the outcome of what was received. What is given up is
     * put aside as well, for an operator to send again when the judges are back.
     */
    Mono<Void> publish(DispatchOutcome outcome, Received<?, ?> received) {
        var now = clock.instant();
        return published(outcome, received, now).doOnSuccess(done -> meters.count(outcome, now));
    }

    private Mono<Void> published(DispatchOutcome outcome, Received<?, ?> received, Instant now) {
        return switch (outcome) {
            case DispatchOutcome.Issued issued -> issued(issued, now);
            case DispatchOutcome.Deferred deferred -> deferred(deferred, now);
            case DispatchOutcome.Refused refused -> verdict(events, refused.errand(), refused(refused, now));
            case DispatchOutcome.GaveUp gaveUp ->
                verdict(events, gaveUp.errand(), gaveUp(gaveUp, now))
                        .then(deadLetters.send(received.record(), Stage.SUBMITTER, gaveUp.reason()));
        };
    }

    private static Progress refused(DispatchOutcome.Refused refused, Instant now) {
        var errand = refused.errand();
        return new Progress.Refused(
                Schema.VERSION, errand.job().jobId(), errand.attempt(), refused.instance(), refused.message(), now);
    }

    private static Progress gaveUp(DispatchOutcome.GaveUp gaveUp, Instant now) {
        var errand = gaveUp.errand();
        return new Progress.GaveUp(Schema.VERSION, errand.job().jobId(), errand.attempt(), gaveUp.reason(), now);
    }

    private Mono<Void> issued(DispatchOutcome.Issued issued, Instant now) {
        var errand = issued.errand();
        var dispatched = new Progress.Dispatched(
                Schema.VERSION, errand.job().jobId(), errand.tests(), errand.attempt(), issued.instance(), now);
        var tokens = Flux.range(0, errand.tests().size()).flatMap(i -> pending(issued, i, now));
        return Mono.when(verdict(gathered, errand, dispatched), tokens);
    }

    private Mono<Void> pending(DispatchOutcome.Issued issued, int index, Instant now) {
        var errand = issued.errand();
        var rung = firstDelay.rung(issued.instance());
        var delay = Topics.PENDING.rung(rung);
        var token = new PendingToken(
                Schema.VERSION,
                errand.job().jobId(),
                errand.tests().get(index),
                errand.attempt(),
                issued.instance(),
                issued.tokens().get(index),
                errand.origin(),
                errand.job().language(),
                now.plus(delay),
                rung,
                now,
                null,
                false,
                errand.submittedAt());
        return gathered.publish(Topics.pending(delay), token.jobId(), token);
    }

    private Mono<Void> deferred(DispatchOutcome.Deferred outcome, Instant now) {
        var errand = outcome.errand();
        var deferred = new JobDeferred(
                Schema.VERSION,
                errand.job(),
                errand.origin(),
                errand.tests(),
                errand.attempt(),
                errand.deferrals() + 1,
                now.plus(outcome.delay()),
                errand.avoid(),
                errand.keepTo(),
                outcome.reason(),
                errand.submittedAt());
        return gathered.publish(Topics.deferred(outcome.delay()), errand.job().jobId(), deferred);
    }

    /** Beside its submission, wherever the producer of that has put it: the fold must meet both. */
    private static Mono<Void> verdict(EventPublisher events, Errand errand, Progress progress) {
        return events.publish(
                Topics.VERDICTS, errand.origin().partition(), errand.job().jobId(), progress);
    }
}
