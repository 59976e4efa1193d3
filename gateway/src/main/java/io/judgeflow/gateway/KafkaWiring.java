package io.judgeflow.gateway;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.gateway.cancel.Cancellations;
import io.judgeflow.gateway.submit.Submissions;
import io.judgeflow.gateway.view.ViewProgress;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.tail.TopicTail;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

/** Which topics this service writes, and how it follows those that it reads. */
@Configuration(proxyBeanMethods = false)
@Import({KafkaConfiguration.class, Followed.class})
class KafkaWiring {

    @Bean
    Submissions submissions(EventPublisher publisher) {
        return job -> publisher.publish(Topics.SUBMISSIONS, job.jobId(), job);
    }

    /** The fact that ends the job comes first; that others also stop working on it is not worth failing for. */
    @Bean
    Cancellations cancellations(EventPublisher publisher) {
        return fact -> publisher
                .publish(Topics.VERDICTS, fact.jobId(), fact)
                .then(publisher
                        .publish(Topics.CANCELLATIONS, fact.jobId(), fact)
                        .onErrorComplete());
    }

    @Bean
    TopicTail tail(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings kafka, Clock clock, Followed followed) {
        var tail = new TopicTail(consumers, kafka.prefix(), clock);
        followed.by(tail);
        return tail;
    }

    @Bean
    ViewProgress viewProgress(TopicTail tail) {
        return tail::caughtUp;
    }
}
