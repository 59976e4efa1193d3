package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One PostgreSQL as a child process, listening on 127.0.0.1 only, ready for logical replication ({@code pgoutput}).
 *
 * <p>A committed row survives everything up to a power cut. The server ends with this JVM, also when the JVM is killed;
 * should it not (somebody killed its shell as well), the next start on the same directory stops it first.
 */
public final class PostgresServer implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final Postmaster postmaster;
    private final String url;

    private PostgresServer(Process process, Postmaster postmaster, String url) {
        this.process = process;
        this.postmaster = postmaster;
        this.url = url;
    }

    /** Starts a server whose programs are unpacked beside the data directory, like {@link #start(Path, Path, int)}. */
    public static PostgresServer start(Path dataDirectory, int port) {
        return start(dataDirectory, dataDirectory.toAbsolutePath().resolveSibling("postgres-programs"), port);
    }

    /**
     * Starts a server and returns when it takes connections: about 5 s the first time, below 1 s after that.
     *
     * @param dataDirectory made when missing; used by one server at a time, and by the one who runs this JVM
     * @param programs where the programs are unpacked once (75 MB), for any number of servers
     * @param port {@link LoopbackPort#ANY} chooses a free one
     * @throws PortTaken when the port is
     * @throws CannotStart when this machine or the directory cannot be used
     */
    public static PostgresServer start(Path dataDirectory, Path programs, int port) {
        try {
            var binaries = PostgresBinaries.unpackedIn(programs);
            var directory = Files.createDirectories(dataDirectory.toAbsolutePath());
            // The directory itself will be the account's own; what counts is whether it gets there.
            var account = Account.unprivileged(directory.resolve(".."), binaries.program("postgres"));
            var cluster = new PostgresCluster(directory, binaries, account);
            cluster.create();
            return start(cluster, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start(PostgresCluster cluster, int wantedPort) throws IOException {
        var postmaster = new Postmaster(cluster);
        postmaster.stopOrphan();
        var port = LoopbackPort.claim(wantedPort, "PostgreSQL");
        var process = postmaster.start(port);
        var output = ServerOutput.follow(process);
        if (!output.awaitReady()) {
            throw new CannotStart(
                    "PostgreSQL cannot start on %s: %s".formatted(cluster.dataDirectory(), output.complaint()));
        }
        var url = "postgresql://%s:%s@127.0.0.1:%d/%s"
                .formatted(PostgresCluster.USER, cluster.password(), port, PostgresCluster.DATABASE);
        return new PostgresServer(process, postmaster, url);
    }

    /** How to connect, password included: {@code postgresql://user:password@127.0.0.1:port/judgeflow}. A secret. */
    public String url() {
        return url;
    }

    /** The server's processes, of which there is one for each connection. */
    public Stream<ProcessHandle> processes() {
        return postmaster.processes();
    }

    /**
     * Kills it, as nothing can prepare for: no open transaction ends, nothing is written any more. Returns when it and its
     * connections are gone; the next start on the same directory recovers what was committed.
     */
    public void kill() {
        postmaster.kill();
        close();
    }

    /** Ends open connections, stops the server and returns when it is gone. Closing twice does nothing. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
