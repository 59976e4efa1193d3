package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The server process of one cluster.
 *
 * <p>A shell stands between this JVM and the server. It waits for the end of its standard input, which comes when we
 * close it and also when this JVM is killed, and then stops the server. It is a session of its own, so that neither
 * Ctrl-C nor a kill of our process group reaches server or shell before that.
 */
final class Postmaster {

    static final String READY = "judgeflow: ready";

    private static final String WATCH = """
            trap '' INT HUP TERM PIPE
            "$1" start --silent --wait --timeout=60 --pgdata="$2" --options="$3" </dev/null || exit 1
            echo 'judgeflow: ready'
            cat >/dev/null
            "$1" stop --silent --wait --timeout=20 --mode=fast --pgdata="$2" ||
              "$1" stop --silent --wait --timeout=5 --mode=immediate --pgdata="$2"
            """;

    private static final String SETTINGS = String.join(
            " ",
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c wal_level=logical",
            "-c max_replication_slots=10",
            "-c max_wal_senders=10",
            // A reader that never comes back must not fill the disk.
            "-c max_slot_wal_keep_size=1GB",
            "-c max_wal_size=256MB",
            "-c shared_buffers=32MB",
            "-c max_connections=60",
            "-c fsync=on",
            "-c synchronous_commit=on",
            // Statements carry submitted code, which has no place in a log.
            "-c log_min_error_statement=panic",
            "-c log_error_verbosity=terse",
            "-c log_line_prefix=",
            "-c log_checkpoints=off");

    private static final long PAUSE_NANOS = 5_000_000;

    private final PostgresCluster cluster;

    Postmaster(PostgresCluster cluster) {
        this.cluster = cluster;
    }

    /** Starts the server below its shell; whether it came up is known from the output. */
    Process start(int port) throws IOException {
        var words = new ArrayList<String>();
        if (Command.of(List.of("setsid", "true")).run().succeeded()) {
            words.add("setsid");
        }
        words.addAll(cluster.account().prefix());
        words.addAll(
                List.of("sh", "-c", WATCH, "sh", pgCtl(), cluster.files().toString(), "-p " + port + " " + SETTINGS));
        return new Command(words).builder().start();
    }

    /**
     * Stops the server that a killed JVM may have left on these files. A file that says so is not enough: after a
     * restart of the machine its process id may be anybody's, and then the file is all there is to remove.
     */
    void stopOrphan() throws IOException {
        if (Files.notExists(pidFile())) {
            return;
        }
        if (server().isPresent()) {
            Command.of(
                            cluster.account().prefix(),
                            pgCtl(),
                            "stop",
                            "--silent",
                            "--mode=fast",
                            "--timeout=20",
                            "--pgdata=" + cluster.files())
                    .run();
        } else {
            Files.deleteIfExists(pidFile());
        }
    }

    private String pgCtl() {
        return cluster.binaries().program("pg_ctl").toString();
    }

    /** Kills the server and all that belongs to it, and returns when they are gone. */
    void kill() {
        var all = processes().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // Nobody may have noticed yet that they are dead; they run no program any more.
        while (all.stream().anyMatch(Postmaster::runs)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The server and all that belongs to it. */
    Stream<ProcessHandle> processes() {
        return server().stream().flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
    }

    /** The server that runs on these files, if one does. */
    private Optional<ProcessHandle> server() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(Postmaster::runs);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private Path pidFile() {
        return cluster.files().resolve("postmaster.pid");
    }
}
