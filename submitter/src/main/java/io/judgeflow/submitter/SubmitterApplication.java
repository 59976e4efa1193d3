package io.judgeflow.submitter;

import io.judgeflow.judge0.Judge0Configuration;
import io.judgeflow.kafka.KafkaConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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
}
