package io.judgeflow.realtime;

import io.judgeflow.web.OwnEventLoops;
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
import org.springframework.context.annotation.Import;

/**
 * Stands in for Supabase Realtime: what the unmodified supabase-js expects of {@code /realtime/v1/websocket}, with the
 * real one's losses. For development and tests; production uses Supabase's own.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(RealtimeSettings.class)
@Import(OwnEventLoops.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    CodecsAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class
})
public class RealtimeApplication {

    /** Starts on 127.0.0.1 unless told otherwise. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(RealtimeApplication.class)
                .properties("spring.config.name=realtime")
                .run(args);
    }
}
