package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.kafka.publish.UntilTaken;
import io.judgeflow.telemetry.stage.WaitingTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The whole service in one chain: a job, new or put off, is dispatched and what became of it is published. */
@Configuration(proxyBeanMethods = false)
class SubmissionListener {

    private final Judge0Fleet fleet;
    private final Dispatcher dispatcher;
    private final OutcomePublisher outcomes;
    private final Wanted wanted;
    private final WaitingTimer waiting;
    private final Clock clock;

    SubmissionListener(
            Judge0Fleet fleet,
            Dispatcher dispatcher,
            OutcomePublisher outcomes,
            Wanted wanted,
            MeterRegistry meters,
            Clock clock) {
        this.fleet = fleet;
        this.dispatcher = dispatcher;
        this.outcomes = outcomes;
        this.wanted = wanted;
        this.waiting = new WaitingTimer(meters, "deferred");
        this.clock = clock;
    }

    @Bean
    TopicListener submissions(TopicListener.Factory listeners, SubmitterSettings settings) {
        var subscriptions = new ArrayList<Subscription<?, ?>>();
        subscriptions.add(new Subscription<>(Topics.SUBMISSIONS, this::submitted));
        for (var delay : Topics.DEFERRALS.delays()) {
            subscriptions.add(new Subscription<>(Topics.deferred(delay), this::deferred));
        }
        return listeners.listen(Stage.SUBMITTER, ListenerSettings.of("submitter", settings.inFlight()), subscriptions);
    }

    Mono<Void> submitted(Received<JobId, JobSubmitted> received) {
        return wanted.submitted(received.key(), received.origin())
                .filter(isWanted -> isWanted)
                .flatMap(isWanted -> carryOut(Errand.first(received, clock.instant()), received));
    }

    Mono<Void> deferred(Received<JobId, JobDeferred> received) {
        var deferred = received.value();
        waiting.seen(deferred.submittedAt(), clock.instant());
        if (deferred.avoid() != null && deferred.deferrals() == 0) {
            // Straight from the poller: this instance took the run and failed it.
            fleet.failed(deferred.avoid());
        }
        return carryOut(Errand.again(deferred, clock.instant()), received);
    }

    private Mono<Void> carryOut(Errand errand, Received<?, ?> received) {
        if (!wanted.still(errand.job().jobId())) {
            return Mono.empty();
        }
        return dispatcher
                .dispatch(errand)
                .flatMapMany(Flux::fromIterable)
                .concatMap(outcome -> UntilTaken.by(outcomes.publish(outcome, received)))
                .then();
    }
}
