package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.replication.PublishedChanges;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Reads what the database publishes as long as somebody is connected, one change after the other, and begins again with
 * growing pauses when that fails. What happens meanwhile is lost, as with Supabase.
 */
final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Pages are reloaded; that need not cost a new slot. */
    private static final Duration LINGER = Duration.ofSeconds(15);

    private final Sinks.Many<Boolean> running = Sinks.many().replay().latestOrDefault(false);
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final Flux<Change> reading;

    Feed(PublishedChanges source, Function<Change, Mono<Void>> delivery) {
        reading = Flux.defer(() -> source.changes(() -> tell(true)))
                .concatMap(change -> delivery.apply(change).thenReturn(change))
                .concatWith(Mono.error(() -> new IllegalStateException("the stream has ended")))
                .doFinally(end -> tell(false))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true)
                        .doBeforeRetry(signal -> LOG.warn(
                                "Changes are not seen for a moment: {}",
                                NestedExceptionUtils.getMostSpecificCause(signal.failure())
                                        .getMessage())))
                .takeUntilOther(ended.asMono())
                .publish()
                .refCount(1, LINGER);
    }

    /** Keeps it reading until disposed. */
    Disposable keep() {
        return reading.subscribe();
    }

    /** Each time from which on everything is seen; the last one at once if it still is. */
    Flux<Boolean> starts() {
        return running.asFlux().filter(started -> started);
    }

    /** Reads no more, whoever is still connected. */
    @Override
    public void close() {
        ended.tryEmitEmpty();
    }

    private void tell(boolean started) {
        running.emitNext(started, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }
}
