package io.judgeflow.standalone;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Stands for the services: answers with what it was told, and wants nothing else of the class path. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    HttpHandlerAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    WebFluxAutoConfiguration.class
})
class TinyApplication {

    /** Runs the stack with nothing but this application on top. */
    public static void main(String[] arguments) {
        Standalone.run(
                surroundings -> {
                    var port = surroundings.ports().gateway();
                    return List.of(
                            surroundings.worker("silent", TinyApplication.class),
                            surroundings.web("tiny", TinyApplication.class, port));
                },
                arguments);
    }

    @Bean
    RouterFunction<ServerResponse> routes(Environment environment) {
        var kafka = environment.getRequiredProperty("judgeflow.kafka.bootstrap-servers");
        return route(GET("/"), request -> ServerResponse.ok().bodyValue(kafka));
    }
}
