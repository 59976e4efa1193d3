package io.judgeflow.bench;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.publish.EventPublisher;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Mono;

/** Writes to topics, which it makes first, as every service does. */
public final class Feed implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final EventPublisher events;

    /** @param prefix of the topics */
    public Feed(Place place, String prefix) {
        this(Map.of("judgeflow.kafka.bootstrap-servers", place.brokers(), "judgeflow.kafka.prefix", prefix));
    }

    /** @param settings as a service has them */
    public Feed(Map<String, ?> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", Map.copyOf(settings)));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(KafkaConfiguration.class);
        context.refresh();
        events = context.getBean(EventPublisher.class);
    }

    /** Completes when the brokers have it. */
    public <K, V> Mono<Void> publish(Topic<K, V> topic, K key, V value) {
        return events.publish(topic, key, value);
    }

    @Override
    public void close() {
        context.close();
    }
}
