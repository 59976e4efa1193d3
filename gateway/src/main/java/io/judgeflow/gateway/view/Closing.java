package io.judgeflow.gateway.view;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Says when this gateway closes, before the web server begins to wait for open requests to end: nobody
 * watches any longer then, and the clients go on at another gateway. A gateway that starts again is watched again.
 */
@Component
public class Closing implements SmartLifecycle {

    private volatile Sinks.Empty<Void> closing = Sinks.empty();
    private volatile boolean ended;
    private volatile boolean running;

    /** Completes when this gateway closes. */
    public Mono<Void> signal() {
        return Mono.defer(() -> closing.asMono());
    }

    @Override
    public void start() {
        if (ended) {
            // Stopped and started again: what is watched from now on ends with the next stop.
            closing = Sinks.empty();
            ended = false;
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        ended = true;
        closing.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
