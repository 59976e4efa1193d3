package io.judgeflow.bench.system;

import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.process.BrokerProcess;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.process.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** One of each: a broker, a database, and the four services, with the JVM's options that the images have. */
public final class Deployment implements AutoCloseable {

    private static final Path PROGRAMS = Path.of(System.getProperty("judgeflow.programs", "target/postgres-programs"));
    private static final List<String> JVM = List.of(System.getProperty(
                    "judgeflow.bench.jvm",
                    "-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow")
            .split(" "));
    private static final int HEAP = Integer.getInteger("judgeflow.bench.heap", 256);
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Path directory;
    private final PostgresServer database;
    private final BrokerProcess broker;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();

    private Deployment(Judges judges, Hearing hearing, Map<String, String> more) {
        try {
            directory = Files.createTempDirectory("judgeflow-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = PostgresServer.start(directory.resolve("postgres"), PROGRAMS, LoopbackPort.ANY);
        broker = BrokerProcess.start(HEAP, JVM, directory.resolve("kafka"));
        settings.put("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("judgeflow.database.url", database.url());
        settings.put("judgeflow.judge0.urls", judges.urls());
        settings.put("judgeflow.state-directory", directory.resolve("state").toString());
        settings.put("spring.main.log-startup-info", "false");
        List.of("gateway", "submitter", "poller", "scorer")
                .forEach(name -> ports.put(name, LoopbackPort.claim(LoopbackPort.ANY, name)));
        if (hearing == Hearing.CALLED_BACK) {
            settings.put("judgeflow.callback.url", "http://127.0.0.1:" + ports.get("poller"));
            settings.put("judgeflow.callback.secret", SECRET);
        }
        settings.putAll(more);
    }

    /**
     * Starts everything, and returns when jobs can be submitted.
     *
     * @param more settings of the services
     */
    public static Deployment start(Judges judges, Hearing hearing, Map<String, String> more) {
        var deployment = new Deployment(judges, hearing, more);
        deployment.start("scorer", ScorerApplication.class);
        deployment.start("poller", PollerApplication.class);
        deployment.start("submitter", SubmitterApplication.class);
        deployment.start("gateway", GatewayApplication.class);
        for (var service : deployment.services.keySet()) {
            Readiness.await(deployment.address(service));
        }
        if (hearing == Hearing.CALLED_BACK) {
            Readiness.awaitTrust(deployment.address("submitter"));
        }
        return deployment;
    }

    private void start(String name, Class<?> application) {
        var own = new HashMap<>(settings);
        own.put("spring.config.name", name);
        own.put("server.port", String.valueOf(ports.get(name)));
        services.put(name, ServiceProcess.start(application, HEAP, JVM, directory.resolve(name), own));
    }

    /** Where a service listens. */
    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
    }

    /** What each part has used so far. */
    public Map<String, Usage> usage() {
        var usage = new LinkedHashMap<String, Usage>();
        services.forEach((name, service) -> usage.put(name, service.usage()));
        usage.put("Kafka", broker.process().usage());
        usage.put("PostgreSQL", databaseUsage());
        return usage;
    }

    /** Its processes share most of their memory, which would be counted many times. */
    private Usage databaseUsage() {
        var cpu = database.processes()
                .map(Usage::of)
                .reduce(Usage.NONE, Usage::plus)
                .cpu();
        return new Usage(cpu, 0);
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        broker.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
