package io.judgeflow.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own with one embedded server in it, which gets no chance to clean up: closing it kills it. */
record Victim(Process process, String address) implements AutoCloseable {

    static Victim startKafka(Path directory) throws IOException {
        return start("kafka", directory, directory);
    }

    static Victim startPostgres(Path directory, Path programs) throws IOException {
        return start("postgres", directory, programs);
    }

    private static Victim start(String what, Path directory, Path programs) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        what,
                        directory.toString(),
                        programs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var reader = process.inputReader();
        var line = reader.readLine();
        while (line != null && !line.startsWith("address ")) {
            line = reader.readLine();
        }
        if (line == null) {
            throw new IOException("it ended before it was ready");
        }
        return new Victim(process, line.substring("address ".length()));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts what the first argument says in the directory of the second and stays for ever. */
    public static void main(String[] arguments) throws InterruptedException {
        var directory = Path.of(arguments[1]);
        var address = switch (arguments[0]) {
            case "kafka" ->
                KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY).bootstrapServers();
            default ->
                PostgresServer.start(directory, Path.of(arguments[2]), LoopbackPort.ANY)
                        .url();
        };
        System.out.println("address " + address);
        new CountDownLatch(1).await();
    }
}
