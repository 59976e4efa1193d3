package io.judgeflow.proof;

import com.fasterxml.uuid.Generators;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.publish.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Mono;

/** A platform team: jobs go in by topic, without HTTP. The first to come, it makes the topics. */
final class Platform implements AutoCloseable {

    static final String PREFIX = "judgeflow";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final EventPublisher events;

    Platform(String bootstrapServers, int partitions) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "judgeflow.kafka.bootstrap-servers", bootstrapServers,
                                "judgeflow.kafka.partitions", partitions)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(KafkaConfiguration.class);
        context.refresh();
        this.events = context.getBean(EventPublisher.class);
    }

    /** A job with one test that is created now. */
    static JobSubmitted job(String code) {
        return job(code, 1, Instant.now());
    }

    /** A job whose tests want nothing in particular; by its id a gateway sees that it is young, and waits for it. */
    static JobSubmitted job(String code, int tests, Instant createdAt) {
        return new JobSubmitted(
                Schema.VERSION,
                new JobId(Generators.timeBasedEpochRandomGenerator().generate()),
                null,
                "bash",
                code,
                Collections.nCopies(tests, new TestCase(null, null, null, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                createdAt);
    }

    /** Returns once the brokers have it. */
    JobId submit(JobSubmitted job) {
        publish(Topics.SUBMISSIONS, job.jobId(), job).block(PATIENCE);
        return job.jobId();
    }

    /** Completes once the brokers have them all. */
    Mono<Void> submitAll(List<JobSubmitted> jobs) {
        return Mono.when(jobs.stream()
                .map(job -> publish(Topics.SUBMISSIONS, job.jobId(), job))
                .toList());
    }

    <K, V> Mono<Void> publish(Topic<K, V> topic, K key, V value) {
        return events.publish(topic, key, value);
    }

    @Override
    public void close() {
        context.close();
    }
}
