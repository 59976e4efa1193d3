package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP port of this machine that nobody listens on. */
public final class LoopbackPort {

    /** Stands for "any free port" wherever a port is asked for. */
    public static final int ANY = 0;

    private static final InetAddress LOOPBACK = loopback();

    /** Below where Linux (32768) and macOS (49152) begin, and above what most servers have. */
    private static final int FIRST = 15_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 100;

    /** Two that are asked for before anybody listens are not the same. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(LAST - FIRST));

    private LoopbackPort() {}

    /**
     * Returns {@code wanted}, or a free port where {@code wanted} is {@link #ANY}. The port is not held: whoever asked
     * should listen on it soon. A free one is still there for a server that takes its time, or goes away and comes back:
     * the system gives none of this range to connections that go out, such as those of clients that wait for that server.
     *
     * @param purpose completes "wanted for …", such as "Kafka"
     * @throws PortTaken when somebody listens there
     */
    public static int claim(int wanted, String purpose) {
        return wanted == ANY ? free(purpose) : unused(wanted, purpose);
    }

    private static int free(String purpose) {
        var taken = new CannotStart("There is no free port for %s between %d and %d.".formatted(purpose, FIRST, LAST));
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return unused(FIRST + Math.floorMod(NEXT.getAndIncrement(), LAST - FIRST), purpose);
            } catch (PortTaken e) {
                taken.addSuppressed(e);
            }
        }
        throw taken;
    }

    private static int unused(int port, String purpose) {
        try (var socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new PortTaken(port, purpose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
