package io.judgeflow.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service in a JVM of its own, on a port that nobody else uses. */
final class ServiceProcess implements AutoCloseable {

    private static final String PORT = "server.port";

    private final Process process;

    private ServiceProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it, with a JVM that is quickly there.
     *
     * @param heap in MiB; what the collector says goes to {@link #collections}
     */
    static ServiceProcess start(Class<?> main, int heap, Path directory, Map<String, String> settings) {
        return start(main, heap, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), directory, settings);
    }

    /** The same with other options of the JVM. */
    static ServiceProcess start(
            Class<?> main, int heap, List<String> options, Path directory, Map<String, String> settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-Xmx" + heap + "m"));
        words.addAll(options);
        words.add("-Xlog:gc:file=" + collections(directory));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.add("--server.port=" + settings.getOrDefault(PORT, "0"));
        settings.forEach((key, value) -> {
            if (!key.equals(PORT)) {
                words.add("--" + key + "=" + value);
            }
        });
        try {
            Files.createDirectories(directory);
            var output = directory.resolve("output.log").toFile();
            return new ServiceProcess(new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path collections(Path directory) {
        return directory.resolve("gc.log");
    }

    /** Stops it where it stands, as a machine that is moved or swaps does. */
    void pause() {
        signal("STOP");
    }

    /** It goes on as if nothing had been. */
    void wake() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid())
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it, as nothing can prepare for. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
