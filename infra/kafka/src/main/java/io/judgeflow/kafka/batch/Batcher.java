package io.judgeflow.kafka.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Gathers items that arrive one by one, from any thread, into batches: as many as fit, or those of a short time. Items
 * that come so rarely that nobody would join them do not wait.
 *
 * @param <T> the item
 * @param <R> what becomes of it
 */
public final class Batcher<T, R> {

    private final int size;
    private final Duration linger;
    private final Function<List<T>, Mono<List<R>>> work;
    private final Company company;
    private List<Waiting<T, R>> gathered = new ArrayList<>();
    private long turn;

    /**
     * @param size items in a batch at most
     * @param linger how long the first item of a batch waits for others
     * @param work ends every item of a batch; its results are in the order of the items
     */
    public Batcher(int size, Duration linger, Function<List<T>, Mono<List<R>>> work) {
        this.size = size;
        this.linger = linger;
        this.work = work;
        this.company = new Company(linger);
    }

    /** Completes with the item's own result, or fails as its batch failed. */
    public Mono<R> add(T item) {
        return Mono.create(sink -> run(gather(new Waiting<>(item, sink))));
    }

    /** The batch that this item completes; empty while it waits for more. */
    private synchronized List<Waiting<T, R>> gather(Waiting<T, R> item) {
        var expected = company.expected(System.nanoTime());
        gathered.add(item);
        if (gathered.size() >= size || (gathered.size() == 1 && !expected)) {
            return taken();
        }
        if (gathered.size() == 1) {
            var turn = this.turn;
            Schedulers.parallel().schedule(() -> run(takenIfStill(turn)), linger.toNanos(), TimeUnit.NANOSECONDS);
        }
        return List.of();
    }

    private synchronized List<Waiting<T, R>> takenIfStill(long turn) {
        return turn == this.turn ? taken() : List.of();
    }

    private List<Waiting<T, R>> taken() {
        var batch = gathered;
        gathered = new ArrayList<>();
        turn++;
        return batch;
    }

    private void run(List<Waiting<T, R>> batch) {
        if (!batch.isEmpty()) {
            Mono.defer(() -> work.apply(batch.stream().map(Waiting::item).toList()))
                    .switchIfEmpty(Mono.error(() -> new IllegalStateException("a batch brought no results")))
                    .subscribe(
                            results -> end(batch, results),
                            e -> batch.forEach(waiting -> waiting.sink().error(e)));
        }
    }

    private static <T, R> void end(List<Waiting<T, R>> batch, List<R> results) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).sink().success(results.get(i));
        }
    }

    private record Waiting<T, R>(T item, MonoSink<R> sink) {}
}
