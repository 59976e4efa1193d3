package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Report;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.kafka.publish.UntilTaken;
import io.judgeflow.kafka.tail.CancelledJobs;
import io.judgeflow.telemetry.stage.WaitingTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * The whole service in one chain: a token that is due is asked about if that is worth it and no callback was quicker, and
 * what follows published.
 */
@Configuration(proxyBeanMethods = false)
class PendingListener {

    /** No token is due sooner after it was written, and as a rule it lies here longer. */
    private static final Duration COMPANY = Duration.ofMillis(50);

    private final RecentlyJudged judged;
    private final CancelledJobs cancelled;
    private final Foresight foresight;
    private final Questions questions;
    private final PollStep step;
    private final OutcomePublisher outcomes;
    private final WaitingTimer waiting;
    private final Clock clock;

    PendingListener(
            RecentlyJudged judged,
            CancelledJobs cancelled,
            Foresight foresight,
            Questions questions,
            PollStep step,
            OutcomePublisher outcomes,
            MeterRegistry meters,
            Clock clock) {
        this.judged = judged;
        this.cancelled = cancelled;
        this.foresight = foresight;
        this.questions = questions;
        this.step = step;
        this.outcomes = outcomes;
        this.waiting = new WaitingTimer(meters, "pending");
        this.clock = clock;
    }

    @Bean
    TopicListener pending(TopicListener.Factory listeners, PollerSettings settings) {
        var subscriptions = Topics.PENDING.delays().stream()
                .map(delay -> new Subscription<>(Topics.pending(delay), this::due))
                .toList();
        return listeners.listen(
                Stage.POLLER, ListenerSettings.of("poller", settings.inFlight()).inCompany(COMPANY), subscriptions);
    }

    private Mono<Void> due(Received<JobId, PendingToken> received) {
        var now = clock.instant();
        var token = received.value().by(now);
        if (cancelled.has(token.jobId()) || calledBack(token)) {
            return Mono.empty();
        }
        waiting.seen(token.submittedAt(), now);
        var left = foresight.untilWorthAsking(token, now);
        return step.tooSoon(token, left, now)
                .map(outcomes::publish)
                .orElseGet(() -> left.isZero() ? ask(token) : Mono.delay(left).then(Mono.defer(() -> ask(token))));
    }

    private Mono<Void> ask(PendingToken token) {
        if (calledBack(token)) {
            return Mono.empty();
        }
        return questions
                .ask(token.instance(), token.token())
                .doOnNext(sighting -> learn(token, sighting))
                .flatMapIterable(sighting -> step.decide(token, sighting, clock.instant()))
                .concatMap(outcome -> UntilTaken.by(outcomes.publish(outcome)))
                .then();
    }

    /** True when its result has arrived, from which there is as much to learn as from an answer. */
    private boolean calledBack(PendingToken token) {
        var arrival = judged.arrival(token);
        arrival.ifPresent(at -> foresight.learn(token, Duration.between(token.issuedAt(), at)));
        return arrival.isPresent();
    }

    private void learn(PendingToken token, Sighting sighting) {
        if (sighting instanceof Sighting.Reported reported
                && reported.report() instanceof Report.Finished finished
                && Judgement.of(finished).isPresent()) {
            foresight.learn(token, finished, clock.instant());
        }
    }
}
