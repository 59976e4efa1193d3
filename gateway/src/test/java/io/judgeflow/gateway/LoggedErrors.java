package io.judgeflow.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Fails a test during which an error was logged, by whatever level the test before it has left the loggers at. */
public final class LoggedErrors implements BeforeEachCallback, AfterEachCallback {

    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @Override
    public void beforeEach(ExtensionContext test) {
        seen.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        seen.list.clear();
        seen.start();
        root().addAppender(seen);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        root().detachAppender(seen);
        seen.stop();
        assertThat(seen.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .isEmpty();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
