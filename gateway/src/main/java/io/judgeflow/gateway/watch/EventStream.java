package io.judgeflow.gateway.watch;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.gateway.view.JobView;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The changes of jobs as server-sent events, whose ids say what a client has when it has them. */
@Component
class EventStream {

    private final JobView view;
    private final LiveEvents live;
    private final SharedEvents shared;
    private final Pushes pushes;

    EventStream(JobView view, LiveEvents live, SharedEvents shared, Pushes pushes) {
        this.view = view;
        this.live = live;
        this.shared = shared;
        this.pushes = pushes;
    }

    /**
     * One job, from the present state on, or from the first that is newer than what the client has. The id is the
     * version.
     *
     * @param found the state as it was found a moment ago
     * @param seen the version that the client has; 0 for none
     */
    Flux<Event> ofOne(JobResult found, long seen) {
        var since = pushes.now();
        var changes = view.watch(found)
                .filter(state -> isNews(state, seen))
                .doOnNext(state -> pushes.told(state, since))
                .map(state -> Event.of(Long.toString(state.version()), shared.of(state)));
        // Whoever has the present state already gets a sign of life at once.
        return live.withHeartbeat(changes, !isNews(found, seen));
    }

    /**
     * Several jobs, each as if it were alone, until the last has ended. Of each one state waits for a slow reader.
     *
     * @param found the states as they were found a moment ago, in the client's order
     * @param seen what the client has of them
     */
    Flux<Event> ofSome(List<JobResult> found, SeenVersions seen) {
        var since = pushes.now();
        var news = seen.newsOf(found);
        var changes = Flux.fromIterable(found)
                .flatMap(job -> view.watch(job).filter(state -> isNews(state, seen.of(state.jobId()))), found.size(), 1)
                .doOnNext(state -> pushes.told(state, since))
                .map(state -> Event.of(seen.with(state), shared.of(state)));
        return live.withHeartbeat(changes, news.isEmpty());
    }

    /** All jobs of a user, without end. */
    Flux<Event> ofUser(String user, SeenChanges seen) {
        var since = pushes.now();
        var changes = view.watchUser(user, seen::lacks)
                .doOnNext(change -> pushes.told(change.state(), since))
                .map(change -> Event.of(SeenChanges.upTo(change), shared.of(change.state())));
        return live.withHeartbeat(changes, true);
    }

    /** A terminal state is news to everyone who does not have exactly it. */
    static boolean isNews(JobResult state, long seen) {
        return state.version() > seen || (state.status().terminal() && state.version() != seen);
    }
}
