package io.judgeflow.testkit.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks a JVM for something from outside, by the JDK's program of that name. */
public final class Jcmd {

    private static final long PATIENCE = 60;

    private Jcmd() {}

    /**
     * Returns when it is done.
     *
     * @param process its number
     * @throws IllegalStateException when the JVM refuses, with what it says, or does not answer for a minute
     */
    public static void ask(long process, String command, String... arguments) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var words = new ArrayList<>(List.of(jcmd, Long.toString(process), command));
        words.addAll(List.of(arguments));
        try {
            var asked = new ProcessBuilder(words).redirectErrorStream(true).start();
            try {
                answered(command, asked);
            } finally {
                asked.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says is little, and waits for it in the pipe. */
    private static void answered(String command, Process asked) throws IOException {
        var end = asked.onExit()
                .completeOnTimeout(asked, PATIENCE, TimeUnit.SECONDS)
                .join();
        if (end.isAlive()) {
            throw new IllegalStateException(command + ": no answer within " + PATIENCE + " s");
        }
        if (end.exitValue() != 0) {
            throw new IllegalStateException(
                    command + ": " + new String(asked.getInputStream().readAllBytes(), UTF_8));
        }
    }
}
