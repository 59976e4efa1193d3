package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.kafka.listen.Handler;
import io.judgeflow.kafka.listen.Received;
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * Gathers results as they come and has them written, one batch after the other: an older result must not overtake a
 * newer one of the same job, for it alone has the code. While a batch is being written the next one grows, so the slower
 * the database, the fuller its batches. Its memory is bounded by the window of the listener that feeds it, in results and in bytes.
 */
final class ResultSink implements Handler<JobId, JobResult>, Disposable {

    /** What was fetched together arrives within this time. */
    private static final Duration ONE_AFTER_ANOTHER = Duration.ofMillis(2);

    private static final Duration CONTENTION = Duration.ofSeconds(1);

    private final Sinks.Many<Waiting> arrivals = Sinks.many().unicast().onBackpressureBuffer();
    private final ResultWriter writer;
    private final Disposable running;

    ResultSink(ResultWriter writer, SinkSettings settings) {
        this.writer = writer;
        this.running = arrivals.asFlux()
                .bufferTimeout(settings.batch(), ONE_AFTER_ANOTHER, true)
                // Nothing in advance: a batch that waits for its turn would no longer grow.
                .concatMap(this::write, 0)
                .subscribe();
    }

    /** Completes when the result is committed to the database, or is a dead letter. */
    @Override
    public Mono<Void> handle(Received<JobId, JobResult> received) {
        return Mono.create(done ->
                arrivals.emitNext(new Waiting(received, done), Sinks.EmitFailureHandler.busyLooping(CONTENTION)));
    }

    private Mono<Void> write(List<Waiting> batch) {
        return writer.write(batch.stream().map(Waiting::received).toList())
                .doOnSuccess(nothing -> batch.forEach(waiting -> waiting.done().success()))
                .doOnError(error -> batch.forEach(waiting -> waiting.done().error(error)))
                .onErrorComplete();
    }

    @Override
    public void dispose() {
        running.dispose();
    }

    @Override
    public boolean isDisposed() {
        return running.isDisposed();
    }

    private record Waiting(Received<JobId, JobResult> received, MonoSink<Void> done) {}
}
