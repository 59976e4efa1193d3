package io.judgeflow.bench.post;

import io.judgeflow.bench.Place;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.gateway.submit.Submissions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** The gateway as it is shipped, in this JVM, with its brokers or as if each submission were safe at once. */
record Gateway(ConfigurableApplicationContext context) implements AutoCloseable {

    static Gateway withBrokers(Place place) {
        return start(place, "with", GatewayApplication.class);
    }

    /** Everything else stays: reading, checking, the id, the answer. */
    static Gateway withoutBrokers(Place place) {
        return start(place, "without", GatewayApplication.class, SafeAtOnce.class);
    }

    private static Gateway start(Place place, String prefix, Class<?>... sources) {
        var settings = List.of(
                "spring.config.name=gateway",
                "spring.main.log-startup-info=false",
                "server.port=0",
                "judgeflow.kafka.prefix=" + prefix,
                "judgeflow.kafka.bootstrap-servers=" + place.brokers(),
                "judgeflow.database.url=postgresql://nobody:nothing@127.0.0.1:1/none");
        return new Gateway(new SpringApplicationBuilder(sources)
                .registerShutdownHook(false)
                .run(Stream.of(settings)
                        .flatMap(List::stream)
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new)));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Takes the brokers' place. */
    static final class SafeAtOnce {
        @Bean
        @Primary
        Submissions safeAtOnce() {
            return job -> Mono.empty();
        }
    }
}
