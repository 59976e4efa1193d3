package io.judgeflow.bench.fanout;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.judgeflow.contracts.job.JobId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client that opens a stream and reads nothing of it. */
record StalledReader(Socket socket) implements AutoCloseable {

    static StalledReader open(int port, JobId job) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var request = "GET /api/stream/" + job + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return new StalledReader(socket);
    }

    /** What has come, and waits. */
    int unread() throws IOException {
        return socket.getInputStream().available();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
