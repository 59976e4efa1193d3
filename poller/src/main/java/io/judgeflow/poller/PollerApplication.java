package io.judgeflow.poller;

import io.judgeflow.judge0.Judge0Configuration;
import io.judgeflow.kafka.KafkaConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The poller as a process. */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConfigurationPropertiesScan
@Import({KafkaConfiguration.class, Judge0Configuration.class})
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
}
