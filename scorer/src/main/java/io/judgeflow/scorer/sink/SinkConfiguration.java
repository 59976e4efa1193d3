package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.store.ExecutionTable;
import io.judgeflow.store.StoreConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sink, in a group of its own: whatever the database does, only this group falls behind. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "judgeflow.scorer.sink.enabled", matchIfMissing = true)
@EnableConfigurationProperties(SinkSettings.class)
@Import(StoreConfiguration.class)
class SinkConfiguration {

    private static final String GROUP = "sink";

    /** A result is 6 MiB at most: no more than a hundred of them appear before the window has a say. */
    private static final int POLLED = 16;

    @Bean
    ResultSink resultSink(
            ExecutionTable table, DeadLetters deadLetters, SinkSettings settings, MeterRegistry registry, Clock clock) {
        return new ResultSink(new ResultWriter(table::upsert, deadLetters, new SinkMetrics(registry, clock)), settings);
    }

    @Bean
    TopicListener sinkListener(TopicListener.Factory listeners, ResultSink sink, SinkSettings settings) {
        return listeners.listen(
                Stage.SINK,
                ListenerSettings.of(GROUP, settings.window())
                        .within(settings.windowSize().toBytes(), POLLED)
                        .inCompany(settings.linger()),
                List.of(new Subscription<>(Topics.RESULTS, sink)));
    }
}
