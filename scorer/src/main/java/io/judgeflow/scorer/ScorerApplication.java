package io.judgeflow.scorer;

import io.judgeflow.kafka.KafkaConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The scorer as a process. */
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@ConfigurationPropertiesScan
@Import(KafkaConfiguration.class)
public class ScorerApplication {

    /** Starts it. */
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "scorer");
        SpringApplication.run(ScorerApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
