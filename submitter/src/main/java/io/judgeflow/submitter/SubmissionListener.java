package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import java.util.ArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The whole service in one chain: a job, new or put off, is dispatched and what became of it is published. */
@Configuration(proxyBeanMethods = false)
class SubmissionListener {

    private final Dispatcher dispatcher;
    private final OutcomePublisher outcomes;

    SubmissionListener(Dispatcher dispatcher, OutcomePublisher outcomes) {
        this.dispatcher = dispatcher;
        this.outcomes = outcomes;
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

    private Mono<Void> submitted(Received<JobId, JobSubmitted> received) {
        return carryOut(Errand.first(received.value(), received.origin()), received.record());
    }

    private Mono<Void> deferred(Received<JobId, JobDeferred> received) {
        return carryOut(Errand.again(received.value()), received.record());
    }

    private Mono<Void> carryOut(Errand errand, ConsumerRecord<byte[], byte[]> record) {
        return dispatcher
                .dispatch(errand)
                .flatMapMany(Flux::fromIterable)
                .concatMap(outcome -> outcomes.publish(outcome, record))
                .then();
    }
}
