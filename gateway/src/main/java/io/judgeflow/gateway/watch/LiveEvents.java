package io.judgeflow.gateway.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.gateway.identity.Caller;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What all streams of server-sent events have in common: how an event is encoded, kept alive and sent. */
@Component
public class LiveEvents {

    private static final byte[] END = {'\n', '\n'};

    private final JsonMapper json;
    private final StreamSettings settings;
    private final Clock clock;

    LiveEvents(JsonMapper json, StreamSettings settings, Clock clock) {
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /** An event without an id: whoever reconnects is told everything. */
    public Event event(String name, Object data) {
        return Event.of(encode(name, data));
    }

    /** An event but for its id, so that all streams that send it can have the same bytes. */
    byte[] encode(String name, Object data) {
        var event = new ByteArrayOutputStream();
        var start = "event:" + name + "\nretry:" + settings.retry().toMillis() + "\ndata:";
        event.writeBytes(start.getBytes(UTF_8));
        json.writeValue(event, data);
        event.writeBytes(END);
        return event.toByteArray();
    }

    /**
     * The same with a comment every now and then, for as long as there are events to come.
     *
     * @param silent whether nothing is to be expected at once: then a comment comes, and with it the response's headers
     */
    public Flux<Event> withHeartbeat(Flux<Event> events, boolean silent) {
        var beats = Flux.interval(settings.heartbeat()).onBackpressureDrop().map(beat -> Event.BEAT);
        var open = silent ? beats.startWith(Event.BEAT) : beats;
        // As signals, so that the end of the events is the end of the heartbeats too.
        return Flux.merge(1, events.materialize(), open.materialize()).dematerialize();
    }

    /**
     * A response that nobody on the way keeps or holds back: bytes that are there already, each flushed, past every codec.
     * An event is asked for when the client has room for it, so that none waits in a queue. Completes when the stream has
     * ended, which it does at the latest with the token that opened it.
     */
    public Mono<Void> send(Flux<Event> events, ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_EVENT_STREAM, UTF_8));
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Accel-Buffering", "no");
        var buffers = (NettyDataBufferFactory) response.bufferFactory();
        return response.writeAndFlushWith(asTaken(events.takeUntilOther(expiry()), response)
                .map(event -> Mono.fromSupplier(() -> event.in(buffers))));
    }

    private static Flux<Event> asTaken(Flux<Event> events, ServerHttpResponse response) {
        return Flux.using(
                () -> Uptake.of(response),
                uptake -> events.concatMap(event -> uptake.room().thenReturn(event), 0));
    }

    /** Never comes for callers without a token. */
    private Mono<Long> expiry() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.User.class)
                .flatMap(user -> Mono.delay(Duration.between(clock.instant(), user.until())))
                .switchIfEmpty(Mono.never());
    }
}
