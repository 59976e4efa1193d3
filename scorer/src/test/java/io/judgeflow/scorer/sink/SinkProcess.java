package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.StoreConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;

/** The sink as it runs in the scorer, with topics of its own. */
final class SinkProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;

    SinkProcess(String bootstrapServers, String prefix, String databaseUrl) {
        this.context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(
                        "--judgeflow.kafka.bootstrap-servers=" + bootstrapServers,
                        "--judgeflow.kafka.prefix=" + prefix,
                        "--judgeflow.database.url=" + databaseUrl,
                        "--judgeflow.scorer.sink.batch=100",
                        "--judgeflow.scorer.sink.window=300");
    }

    /** Returns once the brokers have them all. */
    void publish(List<JobResult> results) {
        var publisher = context.getBean(EventPublisher.class);
        Flux.fromIterable(results)
                .flatMapSequential(result -> publisher.publish(Topics.RESULTS, result.jobId(), result))
                .blockLast(PATIENCE);
    }

    /** The same for results that are not all in memory at once. */
    void publish(Stream<JobResult> results) {
        var publisher = context.getBean(EventPublisher.class);
        Flux.fromStream(results)
                .concatMap(result -> publisher.publish(Topics.RESULTS, result.jobId(), result), 1)
                .blockLast(PATIENCE);
    }

    Optional<JobResult> stored(JobId id) {
        return context.getBean(ExecutionQueries.class).find(id).blockOptional(PATIENCE);
    }

    double count(String counter) {
        return context.getBean(MeterRegistry.class).get(counter).counter().count();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({KafkaConfiguration.class, StoreConfiguration.class, SinkConfiguration.class})
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }
}
