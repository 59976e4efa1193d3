package io.judgeflow.kafka;

import io.judgeflow.kafka.lag.Consumption;
import io.judgeflow.kafka.lag.LagMeter;
import io.judgeflow.kafka.listen.ConsumerDefaults;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.kafka.publish.ProducerDefaults;
import io.judgeflow.kafka.topic.TopicsAtStart;
import io.judgeflow.telemetry.trace.Tracing;
import io.judgeflow.telemetry.trace.TracingConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
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

/** What a service needs of Kafka; imported by each. The service brings the {@link Clock}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
@Import(TracingConfiguration.class)
public class KafkaConfiguration {

    @Bean
    ProducerFactory<byte[], byte[]> producerFactory(KafkaSettings settings) {
        return new DefaultKafkaProducerFactory<>(ProducerDefaults.of(settings));
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        var template = new KafkaTemplate<>(producers);
        var failures = new LoggingProducerListener<byte[], byte[]>();
        failures.setIncludeContents(false);
        template.setProducerListener(failures);
        return template;
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

    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<byte[], byte[]> kafka, KafkaSettings settings, ObjectProvider<MeterRegistry> meters) {
        return new DeadLetters(kafka, settings.prefix(), available(meters));
    }

    @Bean
    TopicListener.Factory topicListeners(
            ConsumerFactory<byte[], byte[]> consumers,
            DeadLetters deadLetters,
            KafkaSettings settings,
            Clock clock,
            Tracing tracing) {
        return new TopicListener.Factory(consumers, deadLetters, settings.prefix(), clock, tracing);
    }

    @Bean
    LagMeter lagMeter(
            KafkaSettings settings, ObjectProvider<Consumption> consumptions, ObjectProvider<MeterRegistry> meters) {
        return new LagMeter(
                () -> Admin.create(settings.connection()), consumptions.stream().toList(), available(meters));
    }

    @Bean
    TopicsAtStart topicsAtStart(KafkaSettings settings) {
        return new TopicsAtStart(settings);
    }

    /** Where nobody reads any metrics they are counted all the same. */
    private static MeterRegistry available(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(SimpleMeterRegistry::new);
    }
}
