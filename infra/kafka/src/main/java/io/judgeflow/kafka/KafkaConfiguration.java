package io.judgeflow.kafka;

import io.judgeflow.kafka.lag.Consumption;
import io.judgeflow.kafka.lag.LagMeter;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.kafka.topic.TopicsAtStart;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

/** What a service needs of Kafka; imported by each. The service brings the {@link Clock}. */
@Configuration(proxyBeanMethods = false)
@Import(KafkaClients.class)
public class KafkaConfiguration {

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
                () -> Admin.create(settings.connection()),
                consumptions.stream().toList(),
                KafkaClients.available(meters));
    }

    @Bean
    TopicsAtStart topicsAtStart(KafkaSettings settings) {
        return new TopicsAtStart(settings);
    }
}
