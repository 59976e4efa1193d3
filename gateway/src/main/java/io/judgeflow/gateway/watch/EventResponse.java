package io.judgeflow.gateway.watch;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events as a response: bytes that are there already, each flushed, past every codec. */
final class EventResponse {

    private EventResponse() {}

    /** Completes when the stream has ended. */
    static Mono<Void> send(Flux<Event> events, ServerHttpResponse response) {
        var headers = response.getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8));
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Accel-Buffering", "no");
        var buffers = response.bufferFactory();
        return response.writeAndFlushWith(events.map(event -> Mono.fromSupplier(() -> event.in(buffers))));
    }
}
