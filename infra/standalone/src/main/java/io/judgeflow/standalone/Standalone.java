package io.judgeflow.standalone;

import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;

/** Runs all of Judgeflow in one JVM, until it is asked to end. */
public final class Standalone {

    private Standalone() {}

    /** Takes the options that {@code --help} lists. Ends with 1 when it cannot start, 2 when an option is wrong. */
    public static void main(String[] arguments) {
        run(new Pipeline(), arguments);
    }

    /** Logging is configured once, by logback.xml; each application would configure it anew, under the broker's feet. */
    static void run(Services services, String... arguments) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        var stack = new Stack(services, Elsewhere.of(System.getenv()));
        System.exit(new CommandLine(new StartCommand(stack)).execute(arguments));
    }
}
