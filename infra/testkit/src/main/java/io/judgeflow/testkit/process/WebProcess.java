package io.judgeflow.testkit.process;

import io.judgeflow.embedded.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a JVM of its own whose port is known. */
public record WebProcess(int port, ServiceProcess process) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final String PORT = "server.port";

    /** A port that nobody listens on, for a service that comes back there. */
    public static int freePort() {
        return LoopbackPort.claim(LoopbackPort.ANY, "a service");
    }

    /**
     * Starts it.
     *
     * @param heap in MiB
     * @param options of the JVM
     * @param settings with {@code server.port}, or it gets a free one
     */
    public static WebProcess start(
            Class<?> main, int heap, List<String> options, Path directory, Map<String, String> settings) {
        var own = new HashMap<>(settings);
        var port = own.computeIfAbsent(PORT, none -> String.valueOf(freePort()));
        return new WebProcess(Integer.parseInt(port), ServiceProcess.start(main, heap, options, directory, own));
    }

    /**
     * Returns once it says that it is ready.
     *
     * @throws IllegalStateException when it does not within a minute
     */
    public WebProcess awaitReady() {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(ANSWER)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            if (!Patience.until(() -> answers(http, ready), PATIENCE)) {
                throw new IllegalStateException("what should listen on port " + port + " is not ready");
            }
        }
        return this;
    }

    private static boolean answers(HttpClient http, HttpRequest ready) {
        try {
            return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
