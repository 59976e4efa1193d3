package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.store.ExecutionTable;
import io.judgeflow.store.Unstorable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Writes a batch, however long that takes. A database that is away, full or not yet migrated is asked again for ever. A
 * batch that holds a result which can never be written is halved until that result is alone, and only it is put aside.
 */
final class ResultWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ExecutionTable table;
    private final DeadLetters deadLetters;
    private final SinkMetrics metrics;

    ResultWriter(ExecutionTable table, DeadLetters deadLetters, SinkMetrics metrics) {
        this.table = table;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Completes when each is committed or a dead letter. Keeps the order, also among the halves. */
    Mono<Void> write(List<Received<JobId, JobResult>> batch) {
        return metrics.timed(batch.size(), written(batch));
    }

    private Mono<Void> written(List<Received<JobId, JobResult>> batch) {
        return table.upsert(batch.stream().map(Received::value).toList())
                .retryWhen(forEver("the database")
                        .filter(error -> !(error instanceof Unstorable))
                        .doAfterRetry(signal -> metrics.failed()))
                .then()
                .onErrorResume(
                        Unstorable.class,
                        error -> batch.size() == 1 ? putAside(batch.getFirst(), error) : writeHalves(batch));
    }

    private Mono<Void> writeHalves(List<Received<JobId, JobResult>> batch) {
        var half = batch.size() / 2;
        return written(batch.subList(0, half)).then(Mono.defer(() -> written(batch.subList(half, batch.size()))));
    }

    private Mono<Void> putAside(Received<JobId, JobResult> received, Unstorable error) {
        return Mono.defer(() -> deadLetters.send(received.record(), Stage.SINK, String.valueOf(error.getMessage())))
                .retryWhen(forEver("the brokers"))
                .doOnSuccess(nothing -> metrics.putAside());
    }

    private static RetryBackoffSpec forEver(String whom) {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                .maxBackoff(LONGEST_PAUSE)
                .doBeforeRetry(signal -> LOG.warn(
                        "Results wait for {}, try {} failed: {}",
                        whom,
                        signal.totalRetries() + 1,
                        NestedExceptionUtils.getMostSpecificCause(signal.failure())
                                .getMessage()));
    }
}
