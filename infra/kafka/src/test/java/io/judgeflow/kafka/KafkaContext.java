package io.judgeflow.kafka;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a service has of this module, for a test. */
public final class KafkaContext {

    private KafkaContext() {}

    /** With these settings, of which the brokers' addresses have to be one. */
    public static AnnotationConfigApplicationContext with(Map<String, Object> settings, Clock clock) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(Clock.class, () -> clock);
        context.register(KafkaConfiguration.class);
        context.refresh();
        return context;
    }
}
