package io.judgeflow.poller;

import io.judgeflow.judge0.Judge0Configuration;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Health;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.tail.CancelledJobs;
import io.judgeflow.web.OwnEventLoops;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

/** The poller as a process. */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConfigurationPropertiesScan
@Import({KafkaConfiguration.class, Judge0Configuration.class, OwnEventLoops.class})
public class PollerApplication {

    /** Starts it. */
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "poller");
        SpringApplication.run(PollerApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Judge0Health judge0(Judge0Fleet fleet) {
        return new Judge0Health(fleet, instance -> Map.of());
    }

    @Bean
    CancelledJobs cancelledJobs(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings settings, Clock clock) {
        return new CancelledJobs(consumers, settings, clock);
    }
}
