package io.judgeflow.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Comes between the services and the broker: once the services have stopped, Kafka's warnings tell of nothing but the
 * broker's own stop.
 */
final class QuietEnd implements AutoCloseable {

    @Override
    public void close() {
        if (LoggerFactory.getLogger("org.apache.kafka") instanceof Logger logger) {
            logger.setLevel(Level.ERROR);
        }
    }
}
