package io.judgeflow.gateway.watch;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.gateway.view.JobView;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A job's changes as server-sent events: the id is the version, so that a client can say what it has. */
@Component
class EventStream {

    private final JobView view;
    private final LiveEvents live;
    private final StreamSettings settings;

    EventStream(JobView view, LiveEvents live, StreamSettings settings) {
        this.view = view;
        this.live = live;
        this.settings = settings;
    }

    /**
     * From the present state on, or from the first that is newer than what the client has.
     *
     * @param found the state as it was found a moment ago
     * @param seen the version that the client has; 0 for none
     */
    Flux<ServerSentEvent<JobResult>> of(JobResult found, long seen) {
        var changes = view.watch(found).filter(state -> isNews(state, seen)).map(this::event);
        // Whoever has the present state already gets a sign of life at once.
        return live.withHeartbeat(changes, !isNews(found, seen));
    }

    /** A terminal state is news to everyone who does not have exactly it. */
    static boolean isNews(JobResult state, long seen) {
        return state.version() > seen || (state.status().terminal() && state.version() != seen);
    }

    private ServerSentEvent<JobResult> event(JobResult state) {
        return ServerSentEvent.builder(state)
                .id(Long.toString(state.version()))
                .event("status")
                .retry(settings.retry())
                .build();
    }
}
