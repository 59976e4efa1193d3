package io.judgeflow.gateway.view;

import io.judgeflow.contracts.job.JobId;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/**
 * One reader of all jobs of a user. Of each job only the newest change waits, and what waits is handed on in the order of
 * the numbers, so that whoever has one has all before it. When too much waits, nothing more is taken and the reading ends
 * after what is there: it can be resumed behind that, and nothing is left out.
 */
final class UserWatcher {

    private static final int MOST = 10_000;

    private final LinkedHashMap<JobId, Change> waiting = new LinkedHashMap<>();
    private @Nullable FluxSink<Boolean> sink;
    private boolean full;

    /** What there is to read, from the registration, which happens on subscription, to the end of the reading. */
    Flux<Change> changes(Consumer<UserWatcher> register, Consumer<UserWatcher> unregister) {
        return Flux.<Boolean>create(
                        wake -> {
                            sink = wake;
                            register.accept(this);
                            wake.onDispose(() -> unregister.accept(this));
                            wake();
                        },
                        OverflowStrategy.LATEST)
                .concatMap(
                        awake -> Flux.<Change>generate(next -> {
                            var change = poll();
                            if (change == null) {
                                next.complete();
                            } else {
                                next.next(change);
                            }
                        }),
                        1);
    }

    /** Keeps it for the reader, who is to be woken afterwards; under the view's lock, so that the numbers rise. */
    synchronized void add(Change change) {
        if (!full) {
            waiting.putLast(change.state().jobId(), change);
            full = waiting.size() >= MOST;
        }
    }

    void wake() {
        if (sink != null) {
            sink.next(true);
            if (isFull()) {
                sink.complete();
            }
        }
    }

    private synchronized boolean isFull() {
        return full;
    }

    private synchronized @Nullable Change poll() {
        var first = waiting.pollFirstEntry();
        return first == null ? null : first.getValue();
    }
}
