package io.judgeflow.standalone;

import java.util.HashMap;
import java.util.Map;

/** What a service is told about the rest of the stack. */
record Surroundings(Infrastructure infrastructure, Elsewhere elsewhere, Ports ports, DataDirectory data) {

    /** A service that answers HTTP on a port of this machine. */
    Service web(String name, Class<?> application, int port) {
        var properties = properties(name);
        properties.put("server.port", Integer.toString(port));
        return new Service(name, application, Map.copyOf(properties));
    }

    /** A service that only reads and writes topics. It would find a web server on the class path and start it. */
    Service worker(String name, Class<?> application) {
        var properties = properties(name);
        properties.put("spring.main.web-application-type", "none");
        return new Service(name, application, Map.copyOf(properties));
    }

    private Map<String, String> properties(String name) {
        var properties = new HashMap<String, String>();
        properties.put("spring.config.name", name);
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.log-startup-info", "false");
        // Open streams would keep a graceful stop waiting.
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        properties.put("server.address", "127.0.0.1");
        properties.put("judgeflow.kafka.bootstrap-servers", infrastructure.kafka());
        properties.put("judgeflow.database.url", infrastructure.database());
        properties.put("judgeflow.judge0.urls", judge0());
        properties.put("judgeflow.state-directory", data.of(name).toString());
        return properties;
    }

    private String judge0() {
        return elsewhere.judge0() == null ? "http://127.0.0.1:" + ports.judge() : elsewhere.judge0();
    }
}
