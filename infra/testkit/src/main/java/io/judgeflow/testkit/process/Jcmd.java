package io.judgeflow.testkit.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a JVM for something from outside, by the JDK's program of that name. */
public final class Jcmd {

    private Jcmd() {}

    /**
     * Returns when it is done.
     *
     * @param process its number
     * @throws IllegalStateException when the JVM refuses, with what it says
     */
    public static void ask(long process, String command, String... arguments) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var words = new ArrayList<>(List.of(jcmd, Long.toString(process), command));
        words.addAll(List.of(arguments));
        try {
            var asked = new ProcessBuilder(words).redirectErrorStream(true).start();
            var said = new String(asked.getInputStream().readAllBytes(), UTF_8);
            if (asked.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
