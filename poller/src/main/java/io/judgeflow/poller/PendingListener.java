package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * The whole service in one chain: a token that is due is asked about, unless a callback was quicker, and what follows is
 * published.
 */
@Configuration(proxyBeanMethods = false)
class PendingListener {

    private final RecentlyJudged judged;
    private final Questions questions;
    private final PollStep step;
    private final OutcomePublisher outcomes;
    private final Clock clock;

    PendingListener(
            RecentlyJudged judged, Questions questions, PollStep step, OutcomePublisher outcomes, Clock clock) {
        this.judged = judged;
        this.questions = questions;
        this.step = step;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Bean
    TopicListener pending(TopicListener.Factory listeners, PollerSettings settings) {
        var subscriptions = Topics.PENDING.delays().stream()
                .map(delay -> new Subscription<>(Topics.pending(delay), this::due))
                .toList();
        return listeners.listen(Stage.POLLER, ListenerSettings.of("poller", settings.inFlight()), subscriptions);
    }

    private Mono<Void> due(Received<JobId, PendingToken> received) {
        var token = received.value();
        if (judged.has(token)) {
            return Mono.empty();
        }
        return questions
                .ask(token.instance(), token.token())
                .flatMapIterable(sighting -> step.decide(token, sighting, clock.instant()))
                .concatMap(outcomes::publish)
                .then();
    }
}
