package io.judgeflow.scorer.sink;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import reactor.core.publisher.Mono;

/** What an operator sees of the sink; how far it is behind is the lag of its consumer group. */
final class SinkMetrics {

    private final MeterRegistry registry;
    private final Timer writing;
    private final DistributionSummary batches;
    private final Counter failures;
    private final Counter deadLetters;

    SinkMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.writing = Timer.builder("judgeflow.sink.write")
                .description("from a full batch to its commit, retries included")
                .publishPercentileHistogram()
                .register(registry);
        this.batches = DistributionSummary.builder("judgeflow.sink.batch")
                .description("results per batch")
                .register(registry);
        this.failures = Counter.builder("judgeflow.sink.failures")
                .description("statements that the database did not take and that were tried again")
                .register(registry);
        this.deadLetters = Counter.builder("judgeflow.sink.dead.letters")
                .description("results that can never be written")
                .register(registry);
    }

    /** The same, timed. */
    Mono<Void> timed(int results, Mono<Void> write) {
        return Mono.defer(() -> {
            batches.record(results);
            var sample = Timer.start(registry);
            return write.doFinally(signal -> sample.stop(writing));
        });
    }

    void failed() {
        failures.increment();
    }

    void putAside() {
        deadLetters.increment();
    }
}
