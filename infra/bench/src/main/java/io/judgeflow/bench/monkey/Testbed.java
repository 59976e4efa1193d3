package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Setup;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that runs: three brokers, a database, two of each service, each in a process of its own, and two made up Judge0 in this
 * one, of which the first calls back to the first poller and the second does not know how.
 */
final class Testbed implements AutoCloseable {

    static final String PREFIX = "judgeflow";

    private final Brokers brokers;
    private final Database database;
    private final List<FakeJudge0> judges =
            List.of(FakeJudge0.start(), FakeJudge0.start(Setup.standard().withCallbacks(false)));
    private final List<Replica> replicas;

    /** Starts what the services need; they themselves wait for {@link #open}. */
    Testbed(Path directory) {
        database = new Database(directory);
        brokers = new Brokers(directory);
        replicas = Stream.of(Service.values())
                .flatMap(service -> IntStream.rangeClosed(1, Service.EACH)
                        .mapToObj(number -> new Replica(service, number, directory)))
                .toList();
    }

    /** Starts the services. */
    void open() {
        var settings = settings();
        replicas.forEach(replica -> replica.with(settings).start());
    }

    /** True when every service says that it is well. */
    boolean ready() {
        return replicas.stream().allMatch(Replica::ready);
    }

    /** What every process is told. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("judgeflow.kafka.bootstrap-servers", brokers.bootstrapServers());
        settings.put("judgeflow.kafka.prefix", PREFIX);
        settings.put("judgeflow.kafka.partitions", "2");
        settings.put("judgeflow.kafka.replication-factor", "3");
        settings.put("judgeflow.database.url", database.url());
        settings.put("judgeflow.gateway.view.size", "24MB");
        settings.put("judgeflow.judge0.strategy", "round-robin");
        settings.put(
                "judgeflow.judge0.urls",
                judges.stream().map(judge -> judge.url().toString()).collect(Collectors.joining(",")));
        settings.put("judgeflow.callback.url", replica(Service.POLLER, 1).url().toString());
        settings.put("judgeflow.callback.secret", UUID.randomUUID().toString());
        // A transaction over three brokers on a busy machine takes half a second; with less, it does nothing but
        // commit.
        settings.put("judgeflow.scorer.streams.commit-interval", "500ms");
        settings.put("logging.level.io.judgeflow", "INFO");
        settings.put("logging.level.org.apache.kafka", "WARN");
        settings.put("logging.level.org.apache.kafka.streams", "INFO");
        return settings;
    }

    Brokers brokers() {
        return brokers;
    }

    Database database() {
        return database;
    }

    /** One of the two, from 1. */
    FakeJudge0 judge(int number) {
        return judges.get(number - 1);
    }

    /** One of the two of a service, from 1. */
    Replica replica(Service service, int number) {
        return replicas.stream()
                .filter(replica -> replica.is(service, number))
                .findFirst()
                .orElseThrow();
    }

    List<Replica> replicas() {
        return replicas;
    }

    List<URI> gateways() {
        return replicas.stream()
                .filter(replica -> replica.is(Service.GATEWAY))
                .map(Replica::url)
                .toList();
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        brokers.close();
        database.close();
        judges.forEach(FakeJudge0::close);
    }
}
