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
import io.judgeflow.testkit.process.WebProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/** One of each: a broker, a database, and the four services, with the JVM's options that the images have. */
public final class Deployment implements AutoCloseable {

    private static final Path PROGRAMS = Path.of(System.getProperty("judgeflow.programs", "target/postgres-programs"));
    /** JDK 23 and older do not know the last, and complain of nothing. */
    private static final String OPTIONS = "-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
            + (Runtime.version().feature() < 24 ? "" : " --sun-misc-unsafe-memory-access=allow");

    private static final List<String> JVM =
            List.of(System.getProperty("judgeflow.bench.jvm", OPTIONS).split(" "));
    /** MiB: what a service has in the composed system. */
    private static final int HEAP = 384;

    private static final int GATEWAY_HEAP = 640;
    private static final int BROKER_HEAP = 512;
    private static final String KAFKA = "kafka";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Path directory;
    private final PostgresServer database;
    private final BrokerProcess broker;
    private final int pollerPort = WebProcess.freePort();
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, WebProcess> services = new LinkedHashMap<>();

    private Deployment(Judges judges, Hearing hearing, Map<String, String> more) {
        try {
            directory = Files.createTempDirectory("judgeflow-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = PostgresServer.start(directory.resolve("postgres"), PROGRAMS, LoopbackPort.ANY);
        broker = BrokerProcess.start(BROKER_HEAP, JVM, directory.resolve(KAFKA));
        settings.put("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("judgeflow.database.url", database.url());
        settings.put("judgeflow.judge0.urls", judges.urls());
        settings.put("judgeflow.state-directory", directory.resolve("state").toString());
        settings.put("spring.main.log-startup-info", "false");
        if (hearing == Hearing.CALLED_BACK) {
            settings.put("judgeflow.callback.url", "http://127.0.0.1:" + pollerPort);
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
        deployment.start("scorer", ScorerApplication.class, HEAP, WebProcess.freePort());
        deployment.start("poller", PollerApplication.class, HEAP, deployment.pollerPort);
        deployment.start("submitter", SubmitterApplication.class, HEAP, WebProcess.freePort());
        deployment.start("gateway", GatewayApplication.class, GATEWAY_HEAP, WebProcess.freePort());
        deployment.services.values().forEach(WebProcess::awaitReady);
        if (hearing == Hearing.CALLED_BACK) {
            Trust.await(deployment.address("submitter"));
        }
        return deployment;
    }

    private void start(String name, Class<?> application, int heap, int port) {
        var own = new HashMap<>(settings);
        own.put("spring.config.name", name);
        own.put("server.port", String.valueOf(port));
        services.put(name, WebProcess.start(application, heap, JVM, directory.resolve(name), own));
    }

    /** Where a service listens. */
    public URI address(String service) {
        var process = Objects.requireNonNull(services.get(service), service);
        return URI.create("http://127.0.0.1:" + process.port());
    }

    /** Each part that is a JVM, and its directory. */
    public Map<String, ServiceProcess> processes() {
        var processes = new LinkedHashMap<String, ServiceProcess>();
        services.forEach((name, service) -> processes.put(name, service.process()));
        processes.put(KAFKA, broker.process());
        return processes;
    }

    /** Where a part keeps what it has to keep. */
    public Path directory(String part) {
        return directory.resolve(part);
    }

    /** As KAFKA_BOOTSTRAP_SERVERS. */
    public String brokers() {
        return broker.bootstrapServers();
    }

    /** What each part has used so far. */
    public Map<String, Usage> usage() {
        var usage = new LinkedHashMap<String, Usage>();
        processes().forEach((name, process) -> usage.put(name, process.usage()));
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
        services.values().forEach(WebProcess::close);
        broker.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
