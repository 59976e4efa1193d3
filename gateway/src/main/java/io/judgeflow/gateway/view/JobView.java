package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;

/**
 * What this gateway knows of recent jobs: the newest state of each. A higher version replaces a lower one; a terminal
 * state replaces any other and is never replaced. Bounded, except that a job which somebody watches stays.
 */
@Component
public class JobView {

    private final Object lock = new Object();
    private final Recent recent;
    private final Watched watched;
    private final Mono<Void> closing;

    JobView(ViewSettings settings, Closing closing, Clock clock) {
        this.recent = new Recent(settings.jobs(), settings.size().toBytes(), clock);
        this.watched = new Watched(clock);
        this.closing = closing.signal();
    }

    /** Takes a state of a job, in any order, any number of times. */
    public void accept(JobResult state) {
        var slim = state.withCode(null);
        List<Watcher> told;
        List<UserWatcher> woken;
        synchronized (lock) {
            var present = known(slim.jobId());
            if (present == null ? late(slim) : !replaces(slim, present)) {
                return;
            }
            woken = recent.put(slim);
            told = watched.put(slim);
        }
        told.forEach(watcher -> watcher.offer(slim));
        woken.forEach(UserWatcher::wake);
    }

    /** The newest state of a job; empty when the view does not have it. */
    public Optional<JobResult> find(JobId id) {
        synchronized (lock) {
            return Optional.ofNullable(known(id));
        }
    }

    /**
     * The present state and then each newer one, ending after the terminal one or when this gateway closes. Nothing at first when the view does not
     * have the job. Whoever reads slowly gets the latest state and not those in between: one slot, never a queue.
     */
    public Flux<JobResult> watch(JobId id) {
        return watch(sink -> register(id, null, sink));
    }

    /** The same for a job whose state was found elsewhere; used until the view has a newer one. */
    public Flux<JobResult> watch(JobResult found) {
        return watch(sink -> register(found.jobId(), found, sink));
    }

    /**
     * The changes of all jobs of a user: those of the present ones that are wanted, oldest first, and then each new one.
     * Ends when this gateway closes, or when the reader is so far behind that it has to resume.
     */
    public Flux<Change> watchUser(String user, Predicate<Change> wanted) {
        return Flux.defer(() -> new UserWatcher()
                        .changes(watcher -> register(user, watcher, wanted), watcher -> unregister(user, watcher)))
                .takeUntilOther(closing);
    }

    /** Watched jobs that have not ended and of which nothing was heard since then. */
    public List<JobId> silentSince(Instant then) {
        synchronized (lock) {
            return watched.silentSince(then);
        }
    }

    /** How many watchers there are. */
    public int watchers() {
        synchronized (lock) {
            return watched.size() + recent.users().watchers();
        }
    }

    /** How many jobs the view has. */
    public int size() {
        synchronized (lock) {
            return recent.size();
        }
    }

    /** About what they take of the heap. */
    public long bytes() {
        synchronized (lock) {
            return recent.bytes();
        }
    }

    private Flux<JobResult> watch(Consumer<FluxSink<JobResult>> register) {
        return Flux.create(register, OverflowStrategy.LATEST).takeUntilOther(closing);
    }

    private void register(JobId id, @Nullable JobResult found, FluxSink<JobResult> sink) {
        var watcher = new Watcher(sink);
        JobResult present;
        synchronized (lock) {
            present = known(id);
            if (present == null || (found != null && replaces(found, present))) {
                present = found;
            }
            watched.add(id, watcher, present);
        }
        sink.onDispose(() -> unregister(id, watcher));
        if (present != null) {
            watcher.offer(present);
        }
    }

    private void register(String user, UserWatcher watcher, Predicate<Change> wanted) {
        synchronized (lock) {
            recent.users().add(user, watcher, wanted);
        }
    }

    private void unregister(String user, UserWatcher watcher) {
        synchronized (lock) {
            recent.users().remove(user, watcher);
        }
    }

    private void unregister(JobId id, Watcher watcher) {
        synchronized (lock) {
            watched.remove(id, watcher);
        }
    }

    private @Nullable JobResult known(JobId id) {
        var state = recent.get(id);
        return state == null ? watched.get(id) : state;
    }

    private boolean late(JobResult state) {
        return state.status() == Status.QUEUED && recent.mayHaveLeft(state.createdAt());
    }

    private static boolean replaces(JobResult next, JobResult present) {
        if (present.status().terminal()) {
            return false;
        }
        return next.status().terminal() || next.version() > present.version();
    }
}
