package io.judgeflow.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Event loops of an application's own, for applications that import this class. The usual ones are shared by the whole
 * JVM, and the first application that closes ends them for all others in it.
 */
@Configuration(proxyBeanMethods = false)
public class OwnEventLoops {

    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
