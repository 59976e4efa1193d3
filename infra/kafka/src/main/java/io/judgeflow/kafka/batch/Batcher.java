package io.judgeflow.kafka.batch;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * Gathers items that arrive one by one, from any thread, into batches: as many as fit, or those of a short time.
 *
 * @param <T> the item
 * @param <R> what becomes of it
 */
public final class Batcher<T, R> {

    private final Sinks.Many<Waiting<T, R>> items = Sinks.many().unicast().onBackpressureBuffer();
    private final Function<List<T>, Mono<List<R>>> work;

    /**
     * @param size items in a batch at most
     * @param linger how long the first item of a batch waits for others
     * @param work ends every item of a batch; its results are in the order of the items
     */
    public Batcher(int size, Duration linger, Function<List<T>, Mono<List<R>>> work) {
        this.work = work;
        items.asFlux()
                .bufferTimeout(size, linger)
                .flatMap(this::run, Integer.MAX_VALUE)
                .subscribe();
    }

    /** Completes with the item's own result, or fails as its batch failed. */
    public Mono<R> add(T item) {
        return Mono.create(sink ->
                items.emitNext(new Waiting<>(item, sink), Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1))));
    }

    private Mono<Void> run(List<Waiting<T, R>> batch) {
        return Mono.defer(() -> work.apply(batch.stream().map(Waiting::item).toList()))
                .doOnNext(results -> end(batch, results))
                .doOnError(e -> batch.forEach(waiting -> waiting.sink().error(e)))
                .onErrorComplete()
                .then();
    }

    private static <T, R> void end(List<Waiting<T, R>> batch, List<R> results) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).sink().success(results.get(i));
        }
    }

    private record Waiting<T, R>(T item, MonoSink<R> sink) {}
}
