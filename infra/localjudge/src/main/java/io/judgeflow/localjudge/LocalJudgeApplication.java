package io.judgeflow.localjudge;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/**
 * The local judge: Judge0 1.13.1's HTTP API, running real programs on this machine. For development and tests.
 *
 * <p>Names the auto-configurations it needs, so that it can be started as one of several applications of one JVM,
 * whatever else is on the class path. Unlike Judge0 it keeps no answer in a cache: every GET shows the present state,
 * where Judge0 may show one that is a second old.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(LocalJudgeSettings.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class
})
public class LocalJudgeApplication {

    /** Starts on 127.0.0.1:2358, Judge0's port, unless told otherwise. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(LocalJudgeApplication.class)
                .properties("spring.config.name=localjudge")
                .run(args);
    }
}
