package io.judgeflow.proof;

import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Submitter, poller and scorer as siblings in this JVM, without a database. */
record Workers(
        ConfigurableApplicationContext submitter,
        ConfigurableApplicationContext poller,
        ConfigurableApplicationContext scorer)
        implements AutoCloseable {

    private static final int WINDOW = 20;

    static Workers start(Map<String, String> settings) {
        return new Workers(
                start("submitter", SubmitterApplication.class, settings),
                start("poller", PollerApplication.class, settings),
                start("scorer", ScorerApplication.class, settings));
    }

    private static ConfigurableApplicationContext start(
            String name, Class<?> application, Map<String, String> settings) {
        var arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name,
                "--spring.main.log-startup-info=false",
                "--judgeflow.scorer.sink.enabled=false"));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    /** 0 closed, 0.5 half open, 1 open, as the submitter sees the instance. */
    double breaker(String instance) {
        return breaker(submitter, instance);
    }

    /** Has every instance of both fleets answer well often enough for what was before to be forgotten. */
    boolean forgetFailures() {
        var answered = Stream.of(submitter, poller)
                .flatMap(context -> context.getBean(Judge0Fleet.class).instances().stream()
                        .map(judge0 -> answers(judge0) > WINDOW && breaker(context, judge0.instance()) == 0))
                .toList();
        return !answered.contains(false);
    }

    private static int answers(Judge0 judge0) {
        var answers = judge0.languages()
                .repeat(WINDOW)
                .onErrorComplete()
                .collectList()
                .block();
        return answers == null ? 0 : answers.size();
    }

    private static double breaker(ConfigurableApplicationContext context, String instance) {
        return context.getBean(MeterRegistry.class)
                .get("judgeflow.judge0.breaker")
                .tag("instance", instance)
                .gauge()
                .value();
    }

    @Override
    public void close() {
        submitter.close();
        poller.close();
        scorer.close();
    }
}
