package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of this machine that nobody listens on. */
public final class LoopbackPort {

    /** Stands for "any free port" wherever a port is asked for. */
    public static final int ANY = 0;

    private static final InetAddress LOOPBACK = loopback();

    private LoopbackPort() {}

    /**
     * Returns {@code wanted}, or a free port where {@code wanted} is {@link #ANY}. The port is not held: whoever asked
     * should listen on it soon.
     *
     * @param purpose completes "wanted for …", such as "Kafka"
     * @throws PortTaken when somebody listens there
     */
    public static int claim(int wanted, String purpose) {
        try (var socket = new ServerSocket(wanted, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new PortTaken(wanted, purpose);
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
