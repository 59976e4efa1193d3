package io.judgeflow.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stack in a JVM of its own, as ./start runs it, on ports that nobody else uses. */
final class StackProcess implements AutoCloseable {

    private static final Pattern PLAYGROUND = Pattern.compile("Playground +(\\S+)");

    private final Process process;
    private final Path output;

    private StackProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static StackProcess start(Path directory, String... options) throws IOException {
        var output = Files.createTempFile("stack", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        words.addAll(List.of("-Djudgeflow.data=" + directory, "-cp", System.getProperty("java.class.path")));
        words.add(TinyApplication.class.getName());
        words.addAll(freePorts(options));
        words.addAll(List.of(options));
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
                .start();
        return new StackProcess(process, output);
    }

    private static List<String> freePorts(String... options) {
        return Stream.of("--port=", "--judge-port=", "--kafka-port=", "--postgres-port=")
                .filter(port -> Stream.of(options).noneMatch(option -> option.startsWith(port)))
                .map(port -> port + "0")
                .toList();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    boolean isReady() throws IOException {
        return output().contains("Stop         Ctrl-C");
    }

    /** Where the page is, once it is ready. */
    String playground() throws IOException {
        var matcher = PLAYGROUND.matcher(output());
        if (!matcher.find()) {
            throw new IllegalStateException("not ready");
        }
        return matcher.group(1);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as Ctrl-C and a service manager do. */
    void interrupt() {
        process.destroy();
    }

    /** Kills it, as nothing can prepare for. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** How it ended, which it must within seconds. */
    int status(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + seconds + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(output);
    }
}
