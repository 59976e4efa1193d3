package io.judgeflow.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.r2dbc.spi.Connection;
import org.springframework.core.io.ClassPathResource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is missing for our writer to write or for Realtime to see it: mistakes that show as silence, not as errors. */
final class Findings {

    private static final ClassPathResource QUERY = new ClassPathResource("db/findings.sql");

    private Findings() {}

    /** One sentence each, for the operator. */
    static Flux<String> of(Connection connection) {
        return Mono.fromCallable(() -> QUERY.getContentAsString(UTF_8))
                .flatMapMany(sql -> connection.createStatement(sql).execute())
                .flatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class))));
    }
}
