package io.judgeflow.kafka.listen;

import reactor.core.publisher.Mono;

/**
 * What is done with a record. Must not block. The record counts as handled when the Mono completes; when it fails it is
 * tried again, so doing it twice must be harmless.
 *
 * @param <K> the key
 * @param <V> the value
 */
@FunctionalInterface
public interface Handler<K, V> {

    /** Handles one record. */
    Mono<Void> handle(Received<K, V> received);
}
