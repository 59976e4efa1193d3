package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.testkit.gateway.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stack in a JVM of its own, as ./start runs it, on ports that nobody else uses. */
final class StackProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ENDED_WITHIN = 15;
    /** 128 and the number of the signal. */
    private static final int ENDED_AS_ASKED = 143;

    private final Process process;
    private final Path output;

    private StackProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** A stack of which only broker and database are real. */
    static StackProcess start(Path directory, String... options) throws IOException {
        return start(Map.of(), TinyApplication.class, "-Xmx256m", directory, options);
    }

    /** The whole stack. */
    static StackProcess startAll(Path directory, String... options) throws IOException {
        return start(Map.of(), Standalone.class, "-Xmx512m", directory, options);
    }

    /** The whole stack, with these variables in its environment. */
    static StackProcess startAllWith(Map<String, String> environment, Path directory) throws IOException {
        return start(environment, Standalone.class, "-Xmx512m", directory);
    }

    private static StackProcess start(
            Map<String, String> environment, Class<?> main, String heap, Path directory, String... options)
            throws IOException {
        Files.createDirectories(directory.resolve(DataDirectory.TEMPORARY));
        Files.write(directory.resolve(DataDirectory.MARKER), new byte[0]);
        sharePrograms(directory);
        var output = Files.createTempFile("stack", ".log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", heap));
        words.addAll(List.of(
                "-Djudgeflow.data=" + directory,
                "-Djava.io.tmpdir=" + directory.resolve(DataDirectory.TEMPORARY),
                "-cp",
                System.getProperty("java.class.path")));
        words.add(main.getName());
        words.addAll(freePorts(options));
        words.addAll(List.of(options));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        builder.environment().putAll(environment);
        return new StackProcess(builder.start(), output);
    }

    /** Unpacking PostgreSQL takes seconds, which one data directory after another need not spend. */
    private static void sharePrograms(Path directory) throws IOException {
        var programs = directory.resolve("postgres-programs");
        if (Files.notExists(programs)) {
            var shared = Files.createDirectories(Path.of("target", "postgres-programs"));
            Files.createSymbolicLink(programs, shared.toAbsolutePath());
        }
    }

    private static List<String> freePorts(String... options) {
        return Stream.of("--port=", "--judge-port=", "--kafka-port=", "--postgres-port=", "--realtime-port=")
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

    /** Waits until it is ready; its output is in the failure when it does not become so. */
    StackProcess awaitReady() {
        await().atMost(PATIENCE).until(() -> {
            assertThat(isAlive()).as(output()).isTrue();
            return isReady();
        });
        return this;
    }

    /** Where the page is, once it is ready. */
    String playground() throws IOException {
        return said("Playground");
    }

    /** A client of its gateway, once it is ready. */
    GatewayClient client() throws IOException {
        return new GatewayClient(URI.create(playground()));
    }

    /** host:port of the broker, once it is ready. */
    String kafka() throws IOException {
        return said("Kafka");
    }

    /** The database with user and password, once it is ready. */
    String database(Path directory) throws IOException {
        var password = Files.readString(directory.resolve("postgres").resolve("password"))
                .strip();
        return "postgresql://judgeflow:" + password + "@" + said("PostgreSQL").replace(",", "");
    }

    private String said(String label) throws IOException {
        var matcher = Pattern.compile("(?m)^ {2}" + label + " +(\\S+)").matcher(output());
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

    /** Ends it, as Ctrl-C does, which has to go well. */
    void end() throws InterruptedException {
        interrupt();
        assertThat(status(ENDED_WITHIN)).isEqualTo(ENDED_AS_ASKED);
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
