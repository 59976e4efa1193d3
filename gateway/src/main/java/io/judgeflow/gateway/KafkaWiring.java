package io.judgeflow.gateway;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.cancel.Cancellations;
import io.judgeflow.gateway.cancel.Places;
import io.judgeflow.gateway.submit.Submissions;
import io.judgeflow.gateway.view.ViewProgress;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.TopicTail;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;

/** Which topics this service writes, and how it follows those that it reads. */
@Configuration(proxyBeanMethods = false)
@Import({KafkaConfiguration.class, FollowedSubmissions.class, FollowedResults.class, FollowedFigures.class})
class KafkaWiring {

    @Bean
    Submissions submissions(EventPublisher publisher) {
        return job -> publisher.publish(Topics.SUBMISSIONS, job.jobId(), job);
    }

    /** The fact that ends the job comes first; that others also stop working on it is not worth failing for. */
    @Bean
    Cancellations cancellations(EventPublisher publisher, Places places) {
        return fact -> ended(publisher, places.of(fact.jobId()), fact)
                .then(publisher
                        .publish(Topics.CANCELLATIONS, fact.jobId(), fact)
                        .onErrorComplete());
    }

    /** Beside the job's submission, where the fold looks for it; by the key as long as nobody knows better. */
    private static Mono<Void> ended(EventPublisher publisher, OptionalInt partition, Progress.Cancelled fact) {
        return partition.isPresent()
                ? publisher.publish(Topics.VERDICTS, partition.getAsInt(), fact.jobId(), fact)
                : publisher.publish(Topics.VERDICTS, fact.jobId(), fact);
    }

    /** Results alone: a fetch costs the brokers as much for each partition that has nothing as for one that has. */
    @Bean
    TopicTail resultsTail(
            ConsumerFactory<byte[], byte[]> consumers, KafkaSettings kafka, Clock clock, FollowedResults results) {
        return results.by(new TopicTail(consumers, kafka.prefix(), clock));
    }

    @Bean
    TopicTail submissionsTail(
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaSettings kafka,
            Clock clock,
            FollowedSubmissions submissions) {
        return submissions.by(new TopicTail(consumers, kafka.prefix(), clock));
    }

    @Bean
    TopicTail figuresTail(
            ConsumerFactory<byte[], byte[]> consumers, KafkaSettings kafka, Clock clock, FollowedFigures figures) {
        return figures.by(new TopicTail(consumers, kafka.prefix(), clock));
    }

    @Bean
    ViewProgress viewProgress(List<TopicTail> tails) {
        return () -> tails.stream().allMatch(TopicTail::caughtUp);
    }
}
