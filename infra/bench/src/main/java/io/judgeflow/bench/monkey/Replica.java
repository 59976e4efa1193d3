package io.judgeflow.bench.monkey;

import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.testkit.process.ServiceProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The place of one service, which process after process takes. */
final class Replica implements AutoCloseable {

    private static final int TIMEOUT = 5_000;

    private final Service service;
    private final int number;
    private final int port;
    private final Path directory;
    private Map<String, String> settings = Map.of();
    private @Nullable ServiceProcess process;

    /** @param number from 1 */
    Replica(Service service, int number, Path directory) {
        this.service = service;
        this.number = number;
        this.directory = directory.resolve(service.text() + "-" + number);
        this.port = LoopbackPort.claim(LoopbackPort.ANY, service.text());
    }

    boolean is(Service other, int otherNumber) {
        return service == other && number == otherNumber;
    }

    boolean is(Service other) {
        return service == other;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** What it has beside its port and a directory of its own, from the next start on. */
    Replica with(Map<String, String> all) {
        var own = new HashMap<>(all);
        own.put("spring.config.name", service.text());
        own.put("server.port", String.valueOf(port));
        own.put("judgeflow.state-directory", directory.resolve("state").toString());
        settings = own;
        return this;
    }

    void start() {
        process = ServiceProcess.start(service.main(), service.heap(), directory, settings);
    }

    /** The process that has the place now. */
    ServiceProcess process() {
        if (process == null) {
            throw new IllegalStateException(this + " was never started");
        }
        return process;
    }

    /** True when it says that it is well. */
    boolean ready() {
        try {
            var health = url().resolve("actuator/health").toURL().openConnection();
            health.setReadTimeout(TIMEOUT);
            return ((HttpURLConnection) health).getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    @Override
    public String toString() {
        return service.text() + " " + number;
    }
}
