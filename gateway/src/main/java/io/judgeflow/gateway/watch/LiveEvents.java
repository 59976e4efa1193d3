package io.judgeflow.gateway.watch;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What all streams of server-sent events have in common. */
@Component
public class LiveEvents {

    private final StreamSettings settings;

    LiveEvents(StreamSettings settings) {
        this.settings = settings;
    }

    /** An event without an id: whoever reconnects is told everything. */
    public <T> ServerSentEvent<T> event(String name, T data) {
        return ServerSentEvent.builder(data).event(name).retry(settings.retry()).build();
    }

    /**
     * The same with a comment every now and then, for as long as there are events to come.
     *
     * @param silent whether nothing is to be expected at once: then a comment comes, and with it the response's headers
     */
    public <T> Flux<ServerSentEvent<T>> withHeartbeat(Flux<ServerSentEvent<T>> events, boolean silent) {
        var beats = Flux.interval(settings.heartbeat()).onBackpressureDrop().map(beat -> LiveEvents.<T>heartbeat());
        var open = silent ? beats.startWith(LiveEvents.<T>heartbeat()) : beats;
        // As signals, so that the end of the events is the end of the heartbeats too.
        return Flux.merge(1, events.materialize(), open.materialize()).dematerialize();
    }

    /** A response that nobody on the way keeps or holds back. */
    public <T> ResponseEntity<Flux<ServerSentEvent<T>>> answer(Flux<ServerSentEvent<T>> events) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(events);
    }

    private static <T> ServerSentEvent<T> heartbeat() {
        return ServerSentEvent.<T>builder().comment("").build();
    }
}
