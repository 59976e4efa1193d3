package io.judgeflow.poller;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.lookup.TopicLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/** The submissions as a place to look things up. */
@Configuration(proxyBeanMethods = false)
class SubmissionsConfiguration {

    @Bean
    TopicLookup<JobSubmitted> submissions(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings settings) {
        return new TopicLookup<>(consumers, Topics.SUBMISSIONS, settings.prefix());
    }
}
