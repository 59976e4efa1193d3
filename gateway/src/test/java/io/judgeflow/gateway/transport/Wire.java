package io.judgeflow.gateway.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** Says to a gateway exactly these bytes, which no client would. */
record Wire(int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The whole answer, until the gateway closes the connection. */
    String say(String request) {
        return say(request, true);
    }

    /** The same; without the end of what is said the gateway waits for more. */
    String say(String request, boolean andThatIsAll) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            if (andThatIsAll) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
