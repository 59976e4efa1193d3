package io.judgeflow.standalone;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Stands for the services: answers with what it was told. */
@SpringBootApplication
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
