package io.judgeflow.kafka;

import io.judgeflow.kafka.listen.ConsumerDefaults;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.publish.ProducerDefaults;
import io.judgeflow.kafka.scan.TopicScan;
import io.judgeflow.telemetry.trace.Tracing;
import io.judgeflow.telemetry.trace.TracingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.LoggingProducerListener;

/**
 * What reads and writes, for whoever finds the topics there: it makes none, and nothing begins by itself. The importer
 * brings the {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
@Import(TracingConfiguration.class)
public class KafkaClients {

    @Bean
    ProducerFactory<byte[], byte[]> producerFactory(KafkaSettings settings) {
        return new DefaultKafkaProducerFactory<>(ProducerDefaults.of(settings));
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        return discreet(new KafkaTemplate<>(producers));
    }

    @Bean(defaultCandidate = false)
    KafkaTemplate<byte[], byte[]> gatheringTemplate(ProducerFactory<byte[], byte[]> producers) {
        return discreet(new KafkaTemplate<>(producers, ProducerDefaults.GATHERING));
    }

    @Bean
    ConsumerFactory<byte[], byte[]> consumerFactory(KafkaSettings settings) {
        return new DefaultKafkaConsumerFactory<>(ConsumerDefaults.of(settings));
    }

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<byte[], byte[]> kafka,
            KafkaSettings settings,
            Environment environment,
            Clock clock,
            Tracing tracing) {
        var source = environment.getProperty("spring.application.name", "judgeflow");
        return new EventPublisher(kafka, settings.prefix(), source, clock, tracing);
    }

    /** For records that nobody waits for; its producer is made when it has the first to send. */
    @Bean(name = EventPublisher.GATHERING, defaultCandidate = false)
    EventPublisher gatheringPublisher(
            EventPublisher publisher, @Qualifier("gatheringTemplate") KafkaTemplate<byte[], byte[]> kafka) {
        return publisher.through(kafka);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<byte[], byte[]> kafka, KafkaSettings settings, ObjectProvider<MeterRegistry> meters) {
        return new DeadLetters(kafka, settings.prefix(), available(meters));
    }

    @Bean
    TopicScan topicScan(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings settings) {
        return new TopicScan(consumers, settings.prefix());
    }

    /** What could not be sent is logged without what is in it. */
    private static KafkaTemplate<byte[], byte[]> discreet(KafkaTemplate<byte[], byte[]> template) {
        var failures = new LoggingProducerListener<byte[], byte[]>();
        failures.setIncludeContents(false);
        template.setProducerListener(failures);
        return template;
    }

    /** Where nobody reads any metrics they are counted all the same. */
    static MeterRegistry available(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(SimpleMeterRegistry::new);
    }
}
