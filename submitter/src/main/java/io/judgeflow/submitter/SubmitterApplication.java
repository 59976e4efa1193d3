package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Judge0Configuration;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Health;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.lookup.TopicLookup;
import io.judgeflow.kafka.tail.CancelledJobs;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

/** The submitter as a process. */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConfigurationPropertiesScan
@Import({KafkaConfiguration.class, Judge0Configuration.class})
public class SubmitterApplication {

    /** Starts it. */
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "submitter");
        SpringApplication.run(SubmitterApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Judge0Health judge0(Judge0Fleet fleet, KnownLanguages languages) {
        return new Judge0Health(fleet, instance -> Map.of("languages", languages.on(instance)));
    }

    @Bean
    TopicLookup<JobSubmitted> submissionsLookup(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings settings) {
        return new TopicLookup<>(consumers, Topics.SUBMISSIONS, settings.prefix());
    }

    @Bean
    Earlier earlier(TopicLookup<JobSubmitted> submissions) {
        return submissions::between;
    }

    @Bean
    CancelledJobs cancelledJobs(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings settings, Clock clock) {
        return new CancelledJobs(consumers, settings, clock);
    }
}
