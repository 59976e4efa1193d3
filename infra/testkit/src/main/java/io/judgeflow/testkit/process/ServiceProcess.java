package io.judgeflow.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One part of the system in a JVM of its own, with the class path of this one. */
public final class ServiceProcess implements AutoCloseable {

    /** A JVM that is quickly there, and never fast. */
    public static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String PORT = "server.port";

    private final Process process;

    /** It does not outlive this JVM, unless that is killed. */
    private ServiceProcess(Process process) {
        this.process = process;
        var end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        var unused = process.onExit().thenRun(() -> forget(end));
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // It is just running.
        }
    }

    /**
     * Starts a service with a JVM that is {@link #QUICK}, on a port that nobody else uses.
     *
     * @param heap in MiB; what the collector says goes to {@link #collections}
     */
    public static ServiceProcess start(Class<?> main, int heap, Path directory, Map<String, String> settings) {
        return start(main, heap, QUICK, directory, settings);
    }

    /** The same with other options of the JVM. */
    public static ServiceProcess start(
            Class<?> main, int heap, List<String> options, Path directory, Map<String, String> settings) {
        var words = new ArrayList<String>();
        words.add("--server.port=" + settings.getOrDefault(PORT, "0"));
        settings.forEach((key, value) -> {
            if (!key.equals(PORT)) {
                words.add("--" + key + "=" + value);
            }
        });
        return run(main, heap, options, directory, words);
    }

    /** Starts any program; what it prints goes to {@code output.log} in the directory. */
    public static ServiceProcess run(
            Class<?> main, int heap, List<String> options, Path directory, List<String> arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-Xmx" + heap + "m"));
        words.addAll(options);
        words.add("-Xlog:gc:file=" + collections(directory));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
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

    /** Where the collector of a process with this directory writes. */
    public static Path collections(Path directory) {
        return directory.resolve("gc.log");
    }

    /** Stops it where it stands, as a machine that is moved or swaps does. */
    public void pause() {
        signal("STOP");
    }

    /** It goes on as if nothing had been. */
    public void wake() {
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

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** What it has used so far. */
    public Usage usage() {
        return Usage.of(process.toHandle());
    }

    /** Kills it, as nothing can prepare for. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
