package io.judgeflow.standalone;

import static org.awaitility.Awaitility.await;

import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Setup;
import io.judgeflow.testkit.server.TestKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A broker, a submitter, a poller and a Judge0 that counts its requests; nothing else, so that what is measured is
 * theirs. The delay reaches from the fake's own end of a run until its verdict is read from the topic.
 */
final class Economy implements AutoCloseable {

    private final TestKafka broker;
    private final FakeJudge0 judge0;
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();

    private Economy(Path directory, Duration runTime, Map<String, String> poller, Map<String, String> both) {
        broker = TestKafka.start(directory);
        judge0 = FakeJudge0.start(Setup.standard().withRunTime(runTime));
        services.add(service("poller", PollerApplication.class)
                .with(both)
                .with(poller)
                .start());
        services.add(service("submitter", SubmitterApplication.class).with(both).start());
    }

    /** Results are asked for. */
    static Economy polling(Path directory, Duration runTime) {
        return new Economy(directory, runTime, Map.of(), Map.of());
    }

    /** Results are called back, and it is known that they are. */
    static Economy calledBack(Path directory, Duration runTime) {
        var port = LoopbackPort.claim(LoopbackPort.ANY, "callbacks");
        var economy = new Economy(
                directory,
                runTime,
                Map.of("spring.main.web-application-type", "reactive", "server.port", String.valueOf(port)),
                Map.of(
                        "judgeflow.callback.url",
                        "http://127.0.0.1:" + port,
                        "judgeflow.callback.secret",
                        "0123456789abcdef0123456789abcdef"));
        var meters = economy.services.getLast().getBean(MeterRegistry.class);
        await().until(() -> meters.get("judgeflow.callback.trusted").gauge().value() == 1);
        return economy;
    }

    /** Submits at this rate; what comes before all run and have warmed up is not counted. */
    Figures run(int jobsPerSecond, Duration warmUp, Duration measured) {
        try (var stream = new JobStream(broker.bootstrapServers(), jobsPerSecond);
                var ends = new Ends(broker.bootstrapServers(), judge0::ends)) {
            while (ends.jobs() < jobsPerSecond) {
                stream.await(Duration.ofMillis(100));
            }
            stream.await(warmUp);
            var before = ends.count(judge0);
            stream.await(measured);
            var after = ends.count(judge0);
            return Figures.between(before, after, ends.delays(before.jobs(), after.jobs()));
        }
    }

    private Service service(String name, Class<?> application) {
        var properties = new HashMap<String, String>();
        properties.put("spring.config.name", name);
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.main.log-startup-info", "false");
        properties.put("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers());
        properties.put("judgeflow.judge0.urls", judge0.url().toString());
        return new Service(name, application, Map.copyOf(properties));
    }

    @Override
    public void close() {
        services.reversed().forEach(ConfigurableApplicationContext::close);
        judge0.close();
        broker.close();
    }
}
