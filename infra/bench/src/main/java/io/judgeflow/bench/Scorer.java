package io.judgeflow.bench;

import io.judgeflow.scorer.ScorerApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The scorer as it is shipped, in this JVM. */
public record Scorer(ConfigurableApplicationContext context) implements AutoCloseable {

    /**
     * Returns when it has started.
     *
     * @param prefix of its topics and groups, so that each run has its own
     * @param settings in addition
     */
    public static Scorer start(Place place, String prefix, Map<String, String> settings) {
        var words = new ArrayList<>(List.of(
                "--spring.config.name=scorer",
                "--spring.main.log-startup-info=false",
                "--judgeflow.kafka.bootstrap-servers=" + place.brokers(),
                "--judgeflow.kafka.prefix=" + prefix,
                "--judgeflow.state-directory=" + place.directory(prefix)));
        settings.forEach((name, value) -> words.add("--" + name + "=" + value));
        return new Scorer(new SpringApplicationBuilder(ScorerApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(words.toArray(String[]::new)));
    }

    /** What it tells of itself. */
    public MeterRegistry metrics() {
        return context.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
