package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** What an operator sees of the sink; how far it is behind is the lag of its consumer group. */
final class SinkMetrics {

    /** What takes longer counts as this; a write waits for a database that is away. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final MeterRegistry registry;
    private final Clock clock;
    private final StageTimer stored;
    private final Timer writing;
    private final DistributionSummary batches;
    private final Counter failures;
    private final Counter deadLetters;

    SinkMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.stored = new StageTimer(registry, JobStage.STORED);
        this.writing = Timer.builder("judgeflow.sink.write")
                .description("from a full batch to its commit, retries included")
                .publishPercentileHistogram()
                .maximumExpectedValue(LONGEST)
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

    /** They are in the database, or never will be. */
    void stored(List<Received<JobId, JobResult>> results) {
        var now = clock.instant();
        results.forEach(result -> stored.passed(result.value().updatedAt(), now));
    }

    void failed() {
        failures.increment();
    }

    void putAside() {
        deadLetters.increment();
    }
}
