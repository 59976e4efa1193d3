package io.judgeflow.admin.command;

import io.judgeflow.kafka.KafkaClients;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.publish.UntilTaken;
import io.judgeflow.kafka.scan.TopicScan;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The brokers as the services reach them, by the same settings. Makes no topics. */
public final class Brokers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;

    private Brokers(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Reads the settings; nothing is sent yet. */
    public static Brokers open() {
        return new Brokers(new SpringApplicationBuilder(Clients.class)
                .properties("spring.config.name=admin")
                .run());
    }

    /** Finds stretches of topics. */
    public TopicScan scan() {
        return context.getBean(TopicScan.class);
    }

    /** Writes events. */
    public EventPublisher events() {
        return context.getBean(EventPublisher.class);
    }

    /** Puts letters back. */
    public DeadLetters deadLetters() {
        return context.getBean(DeadLetters.class);
    }

    /** The settings. */
    public KafkaSettings settings() {
        return context.getBean(KafkaSettings.class);
    }

    /** First part of the topics' names. */
    public String prefix() {
        return settings().prefix();
    }

    /**
     * Returns when the brokers have it; waits for those that are away for a while.
     *
     * @throws org.apache.kafka.common.KafkaException when they have not taken it
     */
    public void await(Mono<Void> publishing) {
        UntilTaken.by(publishing)
                .timeout(PATIENCE, Mono.error(() -> new TimeoutException("the brokers took nothing for " + PATIENCE)))
                .block();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(KafkaClients.class)
    static class Clients {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
