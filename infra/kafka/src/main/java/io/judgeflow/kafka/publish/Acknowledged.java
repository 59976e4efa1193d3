package io.judgeflow.kafka.publish;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.kafka.KafkaException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The brokers' word for a record that was sent. */
final class Acknowledged {

    private Acknowledged() {}

    /** Sends on subscription; fails with Kafka's own exception, without Spring's wrapping. */
    static Mono<Void> by(Supplier<? extends CompletableFuture<?>> send) {
        return Mono.fromFuture(send)
                .onErrorMap(KafkaException.class, e -> e.getCause() == null ? e : e.getCause())
                // What follows must not run on the producer's own thread: its next send() might wait for that thread.
                .publishOn(Schedulers.parallel())
                .then();
    }
}
