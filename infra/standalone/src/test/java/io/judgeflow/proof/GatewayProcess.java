package io.judgeflow.proof;

import static org.awaitility.Awaitility.await;

import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.server.TestKafka;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gateway in a JVM of its own, without a database: what it tells comes straight from the topic. */
record GatewayProcess(int port, ServiceProcess process) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static int freePort() {
        return LoopbackPort.claim(LoopbackPort.ANY, "a gateway");
    }

    /**
     * Starts it.
     *
     * @param heap in MiB
     * @param options of the JVM
     */
    static GatewayProcess start(TestKafka broker, int port, int heap, List<String> options, Path directory) {
        var settings = Map.of(
                "spring.config.name",
                "gateway",
                "server.port",
                String.valueOf(port),
                "judgeflow.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "judgeflow.database.url",
                "postgresql://nobody:nothing@127.0.0.1:1/none");
        return new GatewayProcess(
                port, ServiceProcess.start(GatewayApplication.class, heap, options, directory, settings));
    }

    /** Returns once it answers and has read what there is. */
    GatewayProcess awaitReady() {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> http.send(ready, BodyHandlers.discarding()).statusCode() == 200);
        }
        return this;
    }

    @Override
    public void close() {
        process.close();
    }
}
