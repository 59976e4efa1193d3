package io.judgeflow.bench.post;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that submit the same job again and again, each as soon as it has its answer, all on one thread: they take
 * little of the processors that the gateway is measured on.
 */
final class Clients implements AutoCloseable {

    private static final String JOB = """
            {"lang":"python","code":"n = int(input())\\nprint(sum(i * i for i in range(n)))\\n","tests":[%s]}""".formatted(
                    "{\"stdin\":\"10\",\"expected_output\":\"285\"},{\"stdin\":\"100\",\"expected_output\":\"328350\"}");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final byte[] REQUEST = """
            POST /api/execute HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: %d\r
            \r
            %s""".formatted(JOB.length(), JOB).getBytes(US_ASCII);

    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

    Clients(int port, int number) throws IOException {
        selector = Selector.open();
        for (var i = 0; i < number; i++) {
            clients.add(new Client(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }
    }

    /** Submissions taken per second. Anything but 202 is a failure of the measurement. */
    Rate submitFor(Duration time) throws IOException {
        for (var client : clients) {
            client.submit();
        }
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        var latencies = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            selector.select(key -> answer(key, latencies, true), 100);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var taken = latencies.size();
        drain(end + PATIENCE.toNanos());
        return Rate.of(taken, seconds, latencies);
    }

    private void drain(long end) throws IOException {
        while (clients.stream().anyMatch(client -> client.waiting)) {
            selector.select(key -> answer(key, new ArrayList<>(), false), 100);
            if (System.nanoTime() > end) {
                throw new IOException("the gateway does not answer");
            }
        }
    }

    private void answer(SelectionKey key, List<Long> latencies, boolean again) {
        var client = (Client) key.attachment();
        try {
            if (client.hasAnswer()) {
                latencies.add(System.nanoTime() - client.asked);
                if (again) {
                    client.submit();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.channel.close();
        }
        selector.close();
    }

    private final class Client {
        private static final String TAKEN = "HTTP/1.1 202 ";

        private final SocketChannel channel;
        private final StringBuilder answer = new StringBuilder();
        private boolean waiting;
        private long asked;

        Client(InetSocketAddress gateway) throws IOException {
            channel = SocketChannel.open(gateway);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void submit() throws IOException {
            waiting = true;
            asked = System.nanoTime();
            if (channel.write(ByteBuffer.wrap(REQUEST)) != REQUEST.length) {
                throw new IOException("a request does not fit into an empty socket");
            }
        }

        /** Answers end with the object that they are. */
        boolean hasAnswer() throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IOException("the gateway has closed the connection");
            }
            answer.append(US_ASCII.decode(buffer.flip()));
            if (answer.isEmpty() || answer.charAt(answer.length() - 1) != '}') {
                return false;
            }
            if (answer.indexOf(TAKEN) != 0) {
                throw new IOException("not taken: " + answer);
            }
            answer.setLength(0);
            waiting = false;
            return true;
        }
    }
}
