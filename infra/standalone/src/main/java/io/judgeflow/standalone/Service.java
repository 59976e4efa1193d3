package io.judgeflow.standalone;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One Spring application in this JVM, a sibling of the others.
 *
 * @param name also the name of its own configuration file
 * @param properties what it is told in addition to that file
 */
record Service(String name, Class<?> application, Map<String, String> properties) {

    /** The same, told this as well. */
    Service with(Map<String, String> more) {
        var all = new HashMap<>(properties);
        all.putAll(more);
        return new Service(name, application, Map.copyOf(all));
    }

    /** Starts it; closing the context stops it. The order of stopping is ours, hence no shutdown hook of its own. */
    ConfigurableApplicationContext start() {
        var arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .run(arguments);
    }
}
