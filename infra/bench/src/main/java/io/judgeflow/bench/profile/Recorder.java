package io.judgeflow.bench.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records a JVM from outside, by the JDK's {@code jcmd}: it begins when the load is there and not with the JVM. */
final class Recorder implements AutoCloseable {

    private final long process;
    private final Path file;

    private Recorder(long process, Path file) {
        this.process = process;
        this.file = file;
    }

    /** @param file that is written in the end */
    static Recorder start(long process, Path file) {
        var recorder = new Recorder(process, file);
        recorder.ask(
                "JFR.start",
                "settings=profile",
                "jdk.CPULoad#period=1s",
                "jdk.ThreadCPULoad#period=1s",
                "jdk.ExecutionSample#period=10ms");
        return recorder;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        ask("JFR.stop", "filename=" + file.toAbsolutePath());
    }

    private void ask(String command, String... arguments) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var words = new ArrayList<>(List.of(jcmd, Long.toString(process), command, "name=judgeflow"));
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
