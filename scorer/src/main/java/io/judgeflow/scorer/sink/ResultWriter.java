package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.store.Unstorable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Writes a batch, however long that takes. A database that is away, full or not yet migrated is asked again for ever. A
 * batch that holds a result which can never be written is halved until that result is alone, and only it is put aside.
 * One that takes too long is halved as well: over a slow line a part of it arrives where the whole never would. And so is
 * one of much text, before it is written: a statement is in memory several times over.
 */
final class ResultWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** In one statement, unless a single result has more. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final Function<List<JobResult>, Mono<Integer>> upsert;
    private final DeadLetters deadLetters;
    private final SinkMetrics metrics;

    /** @param upsert writes all or none, and fails with {@link Unstorable} or {@link TimeoutException}, among others */
    ResultWriter(Function<List<JobResult>, Mono<Integer>> upsert, DeadLetters deadLetters, SinkMetrics metrics) {
        this.upsert = upsert;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Completes when each is committed or a dead letter. Keeps the order, also among the halves. */
    Mono<Void> write(List<Received<JobId, JobResult>> batch) {
        return metrics.timed(batch.size(), written(batch)).doOnSuccess(done -> metrics.stored(batch));
    }

    private Mono<Void> written(List<Received<JobId, JobResult>> batch) {
        var divisible = batch.size() > 1;
        if (divisible && characters(batch) > MOST_CHARACTERS) {
            return writeHalves(batch);
        }
        return upserted(batch, divisible)
                .onErrorResume(
                        Unstorable.class, error -> divisible ? writeHalves(batch) : putAside(batch.getFirst(), error))
                .onErrorResume(TimeoutException.class, error -> writeHalvesInTime(batch));
    }

    private Mono<Void> upserted(List<Received<JobId, JobResult>> batch, boolean divisible) {
        return upsert.apply(batch.stream().map(Received::value).toList())
                .retryWhen(forEver("the database")
                        .filter(error ->
                                !(error instanceof Unstorable || (divisible && error instanceof TimeoutException)))
                        .doAfterRetry(signal -> metrics.failed()))
                .then();
    }

    private Mono<Void> writeHalvesInTime(List<Received<JobId, JobResult>> batch) {
        LOG.warn("{} results took the database too long: writing half of them at a time", batch.size());
        metrics.failed();
        return writeHalves(batch);
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

    private static long characters(List<Received<JobId, JobResult>> batch) {
        return batch.stream()
                .map(Received::value)
                .mapToLong(ResultWriter::characters)
                .sum();
    }

    private static long characters(JobResult result) {
        var tests = result.tests().stream().mapToLong(test -> test.output().length());
        return length(result.code()) + result.output().length() + tests.sum();
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
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
