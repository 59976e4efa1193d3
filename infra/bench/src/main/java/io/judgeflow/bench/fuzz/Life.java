package io.judgeflow.bench.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Whether the services are well: their threads live, and they log no error but about a record that they put aside. */
final class Life implements AutoCloseable {

    private static final Pattern OURS = Pattern.compile(".*(-listener|-tail|StreamThread-\\d+|reactor-.*)");
    private static final Pattern PUT_ASIDE = Pattern.compile("(?s)(dead letter: |\\w+ could not handle a record: ).*");
    private static final Pattern BROKER =
            Pattern.compile("(kafka|state\\.change|org\\.apache\\.kafka\\.(?!clients|streams))\\b.*");
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+");

    private final List<Thread> threads;
    private final Appender appender = new Appender();
    private final Problems problems;

    /** Once all have started. */
    Life(Problems problems) {
        this.problems = problems;
        this.threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OURS.matcher(thread.getName()).matches())
                .toList();
        appender.setContext(root().getLoggerContext());
        appender.start();
        root().addAppender(appender);
    }

    /** Says of whom it is not true. */
    void check() {
        threads.stream()
                .filter(thread -> !thread.isAlive())
                .forEach(thread -> problems.found("thread " + thread.getName() + " is dead"));
        appender.errors().forEach((error, times) -> problems.found("logged " + times + " times: " + error));
    }

    int threads() {
        return threads.size();
    }

    /** Errors about records that were put aside, by what they say. */
    Map<String, Integer> putAside() {
        return appender.putAside();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        root().detachAppender(appender);
    }

    private static final class Appender extends AppenderBase<ILoggingEvent> {
        private final Map<String, Integer> errors = new TreeMap<>();
        private final Map<String, Integer> putAside = new TreeMap<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR)
                    && !BROKER.matcher(event.getLoggerName()).matches()) {
                var message = event.getFormattedMessage();
                var which = PUT_ASIDE.matcher(message).matches() ? putAside : errors;
                which.merge(NUMBERS.matcher(said(event)).replaceAll("#"), 1, Integer::sum);
            }
        }

        private static String said(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            var cause = thrown == null ? "" : " " + thrown.getClassName() + ": " + thrown.getMessage();
            var frames = thrown == null ? new Object[0] : thrown.getStackTraceElementProxyArray();
            return event.getFormattedMessage() + cause + (frames.length == 0 ? "" : " " + frames[0]);
        }

        synchronized Map<String, Integer> errors() {
            return new TreeMap<>(errors);
        }

        synchronized Map<String, Integer> putAside() {
            return new TreeMap<>(putAside);
        }
    }
}
