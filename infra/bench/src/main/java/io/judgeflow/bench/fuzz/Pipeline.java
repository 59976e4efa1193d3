package io.judgeflow.bench.fuzz;

import io.judgeflow.bench.Feed;
import io.judgeflow.bench.Place;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Setup;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The four services as they are shipped, in this JVM, with brokers, a database and a scripted judge of their own. What they
 * keep for a while they keep for less, so that it is full early in a run; they lose patience sooner, so that a run ends.
 */
final class Pipeline implements AutoCloseable {

    static final String PREFIX = "fuzz";
    static final int PARTITIONS = 2;

    private static final int RETAINED = 1_000;
    private static final String HOST = "http://127.0.0.1:";

    private final FakeJudge0 judge = FakeJudge0.start(Setup.standard().withRetained(RETAINED));
    private final Place place = new Place();
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final ConfigurableApplicationContext poller;
    private final ConfigurableApplicationContext gateway;
    private final int callbackPort = LoopbackPort.claim(LoopbackPort.ANY, "callbacks");

    private final Map<String, String> settings = settings();

    Pipeline() {
        start("submitter", SubmitterApplication.class, settings, 0);
        poller = start("poller", PollerApplication.class, settings, callbackPort);
        start("scorer", ScorerApplication.class, settings, 0);
        gateway = start("gateway", GatewayApplication.class, settings, 0);
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(Map.of(
                "judgeflow.kafka.bootstrap-servers", place.brokers(),
                "judgeflow.kafka.prefix", PREFIX,
                "judgeflow.kafka.partitions", String.valueOf(PARTITIONS),
                "judgeflow.judge0.urls", judge.url().toString(),
                "judgeflow.callback.url", HOST + callbackPort,
                "judgeflow.callback.secret", "fuzz".repeat(8),
                "judgeflow.database.url", place.databaseUrl(),
                "judgeflow.state-directory", place.directory("scorer").toString()));
        settings.putAll(impatient());
        settings.putAll(forgetful());
        settings.put("logging.level.io.judgeflow", "ERROR");
        return settings;
    }

    private static Map<String, String> impatient() {
        return Map.of(
                "judgeflow.judge0.breaker.open-for", "300ms",
                "judgeflow.judge0.ejection.failures", "1000000",
                "judgeflow.poller.away-patience", "1s",
                "judgeflow.poller.queue-patience", "1s",
                "judgeflow.poller.run-patience", "1s",
                "judgeflow.poller.age-limit", "10s",
                "judgeflow.submitter.deferral.age-limit", "10s",
                "judgeflow.gateway.cancel.end", "50ms");
    }

    private static Map<String, String> forgetful() {
        return Map.of(
                "judgeflow.gateway.view.jobs", "2000",
                "judgeflow.gateway.view.size", "8MB",
                "judgeflow.gateway.idempotency.keys", "1000",
                "judgeflow.gateway.leaderboard.problems", "100",
                "judgeflow.gateway.statistics.rows", "500",
                "judgeflow.gateway.stream.shared", "1MB");
    }

    private ConfigurableApplicationContext start(
            String name, Class<?> application, Map<String, String> settings, int port) {
        var words = new ArrayList<>(List.of(
                "--spring.config.name=" + name, "--spring.main.log-startup-info=false", "--server.port=" + port));
        settings.forEach((key, value) -> words.add("--" + key + "=" + value));
        var service = new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .run(words.toArray(String[]::new));
        services.addFirst(service);
        return service;
    }

    /** host:port of the broker. */
    String brokers() {
        return place.brokers();
    }

    /** Writes to its topics, as a platform team does. */
    Feed feed() {
        return new Feed(settings);
    }

    /** Whom the services know as the judge. */
    String instance() {
        return judge.instance();
    }

    URI gateway() {
        return URI.create(HOST + gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** Where the judge calls back. */
    URI poller() {
        return URI.create(HOST + callbackPort);
    }

    CallbackUrls callbacks() {
        return poller.getBean(CallbackUrls.class);
    }

    @Override
    public void close() {
        // Before the gateway: the last web server in a JVM takes the event loops of all with it.
        judge.close();
        services.forEach(ConfigurableApplicationContext::close);
        place.close();
    }
}
