package io.judgeflow.standalone;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Comes between the services and the broker: once the services have stopped, Kafka's warnings tell of nothing but the
 * broker's own stop.
 */
final class QuietEnd implements AutoCloseable {

    @Override
    public void close() {
        LoggingSystem.get(QuietEnd.class.getClassLoader()).setLogLevel("org.apache.kafka", LogLevel.ERROR);
    }
}
