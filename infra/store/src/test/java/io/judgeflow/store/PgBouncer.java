package io.judgeflow.store;

import com.sun.security.auth.module.UnixSystem;
import io.judgeflow.embedded.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real pooler in front of a database, which it enters as the database's own user. */
final class PgBouncer implements AutoCloseable {

    /** To the database, at most. */
    static final int CONNECTIONS = 4;

    private static final String NOBODY = "nobody";

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it. On a machine without it the test is skipped, but not where {@code CI} is set.
     *
     * @param mode {@code session} or {@code transaction}
     * @param directory for its settings, which it reads before it becomes somebody else
     */
    static PgBouncer start(DatabaseUrl server, String mode, Path directory) {
        var port = LoopbackPort.claim(LoopbackPort.ANY, "PgBouncer");
        var words = new ArrayList<>(List.of(program(), "-q"));
        if (new UnixSystem().getUid() == 0) {
            words.addAll(List.of("-u", NOBODY));
        }
        var file = directory.resolve(port + ".ini");
        words.add(file.toString());
        try {
            Files.writeString(file, settings(server, mode, port));
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(port + ".log").toFile())
                    .start();
            return new PgBouncer(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(DatabaseUrl server, String mode, int port) {
        return """
                [databases]
                judgeflow = host=127.0.0.1 port=%d dbname=%s user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = %s
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.port(), server.database(), server.user(), server.password(), port, mode, CONNECTIONS);
    }

    private static String program() {
        var found = Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent() || System.getenv("CI") != null,
                "skipped: no pgbouncer on this machine; install the package pgbouncer");
        return found.orElseThrow(() -> new AssertionError("CI needs the package pgbouncer"))
                .toString();
    }

    String url() {
        return "postgresql://anybody:secret@127.0.0.1:" + port + "/judgeflow";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
