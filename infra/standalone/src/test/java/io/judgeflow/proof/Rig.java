package io.judgeflow.proof;

import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Setup;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A broker, the workers, and three instances that are tried in the order a, b, c. */
final class Rig implements AutoCloseable {

    static final int PARTITIONS = 2;
    static final Duration TIMEOUT = Duration.ofMillis(700);
    static final Duration PATIENCE = Duration.ofSeconds(1);
    static final Duration AGE_LIMIT = Duration.ofSeconds(12);

    final FakeJudge0 a = FakeJudge0.start();
    final FakeJudge0 b = FakeJudge0.start();
    final FakeJudge0 c = FakeJudge0.start();
    final TestKafka broker;
    final Platform platform;
    final Workers workers;
    final Log log;
    final Lag lag;

    /** How soon the services give up. */
    enum Temper {
        /** Within seconds, so that tests need not wait. */
        HASTY,
        /** As they come, but for what an instance that is away costs. */
        PATIENT
    }

    Rig(Path directory, Temper temper) {
        this(directory, temper, "ordered");
    }

    /** @param strategy in which order the instances are tried */
    Rig(Path directory, Temper temper, String strategy) {
        broker = TestKafka.start(directory.resolve("kafka"));
        platform = new Platform(broker.bootstrapServers(), PARTITIONS);
        var settings = settings(directory, temper);
        settings.put("judgeflow.judge0.strategy", strategy);
        workers = Workers.start(settings);
        log = new Log(broker.bootstrapServers());
        lag = new Lag(broker.bootstrapServers());
    }

    private Map<String, String> settings(Path directory, Temper temper) {
        var settings = new HashMap<String, String>();
        settings.put("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("judgeflow.kafka.partitions", String.valueOf(PARTITIONS));
        settings.put(
                "judgeflow.judge0.urls",
                fakes().stream().map(fake -> fake.url().toString()).collect(Collectors.joining(",")));
        settings.put("judgeflow.judge0.breaker.open-for", "300ms");
        settings.put("judgeflow.judge0.timeout", "3s");
        if (temper == Temper.HASTY) {
            settings.putAll(hasty());
        }
        settings.put(
                "judgeflow.scorer.streams.state-directory",
                directory.resolve("scorer").toString());
        settings.put("judgeflow.scorer.streams.commit-interval", "100ms");
        return settings;
    }

    private static Map<String, String> hasty() {
        var settings = new HashMap<String, String>();
        settings.put("judgeflow.judge0.timeout", TIMEOUT.toMillis() + "ms");
        // An instance that fails what it takes is asked last: a matter of its own, which here would tie test to test.
        settings.put("judgeflow.judge0.ejection.failures", "1000");
        settings.put("judgeflow.poller.away-patience", PATIENCE.toMillis() + "ms");
        settings.put("judgeflow.poller.queue-patience", PATIENCE.toMillis() + "ms");
        settings.put("judgeflow.poller.run-patience", PATIENCE.toMillis() + "ms");
        settings.put("judgeflow.poller.age-limit", AGE_LIMIT.toMillis() + "ms");
        settings.put("judgeflow.submitter.deferral.age-limit", AGE_LIMIT.toMillis() + "ms");
        return settings;
    }

    private List<FakeJudge0> fakes() {
        return List.of(a, b, c);
    }

    /** All is well, and whatever an earlier test has left behind has come to its end. */
    void settle() {
        for (var fake : fakes()) {
            fake.heal().comeBack().configure(setup -> Setup.standard()).forgetAll();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> lag.records() == 0);
        await().atMost(Duration.ofSeconds(10)).until(workers::forgetFailures);
    }

    /** Submits a program and waits for its end. */
    JobResult run(String program) {
        return log.end(platform.submit(Platform.job(program)));
    }

    /** How often each of a, b and c has executed a program. */
    List<Long> executions(String name) {
        return fakes().stream().map(fake -> fake.executed(name)).toList();
    }

    /** How often each of a, b and c has called a program wrong. */
    List<Long> refusals(String name) {
        return fakes().stream().map(fake -> fake.refused(name)).toList();
    }

    @Override
    public void close() {
        workers.close();
        log.close();
        lag.close();
        platform.close();
        broker.close();
        fakes().forEach(FakeJudge0::close);
    }
}
