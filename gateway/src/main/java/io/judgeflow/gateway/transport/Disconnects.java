package io.judgeflow.gateway.transport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/**
 * Makes little of clients that go away before a body ends which nobody reads any longer. Reactor calls that a dropped
 * error and logs a stack trace, which any client could then fill a disk with. For all of this JVM, as the hook is.
 */
@Component
class Disconnects implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Disconnects.class);

    Disconnects() {
        Hooks.onErrorDropped(Disconnects::log);
    }

    @Override
    public void destroy() {
        Hooks.resetOnErrorDropped();
    }

    private static void log(Throwable dropped) {
        if (dropped instanceof AbortedException || AbortedException.isConnectionReset(dropped)) {
            LOG.debug("a client went away: {}", dropped.toString());
        } else {
            LOG.error("an error that nobody waits for", dropped);
        }
    }
}
