package io.judgeflow.bench.fanout;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** Very many clients of streams on one thread: each only looks for the ids of its events. */
final class StreamReaders implements Audience.Listening {

    private final Selector selector;
    private final InetSocketAddress gateway;
    private final Heard heard;
    private final Thread thread;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running = true;

    private StreamReaders(int port, Heard heard) throws IOException {
        this.selector = Selector.open();
        this.gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.heard = heard;
        this.thread = Thread.ofPlatform().name("readers").start(this::read);
    }

    /** Opens a stream for each listener; returns once they are connected and have asked. */
    static StreamReaders open(int port, Plan plan, Heard heard) throws IOException {
        var readers = new StreamReaders(port, heard);
        for (var i = 0; i < heard.listeners(); i++) {
            readers.open(i, "/api/stream/" + plan.job(i));
        }
        return readers;
    }

    private void open(int stream, String path) throws IOException {
        var channel = SocketChannel.open(gateway);
        channel.write(ByteBuffer.wrap(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(US_ASCII)));
        channel.configureBlocking(false);
        open.incrementAndGet();
        channel.register(selector, SelectionKey.OP_READ, new Reader(stream));
        selector.wakeup();
    }

    @Override
    public int open() {
        return open.get();
    }

    private void read() {
        try {
            while (running) {
                selector.select(this::read, 100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            var count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                end(key);
                return;
            }
            heard.read(count);
            ((Reader) key.attachment()).take(buffer.flip());
        } catch (IOException e) {
            end(key);
        }
    }

    private void end(SelectionKey key) {
        open.decrementAndGet();
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** Finds lines such as {@code id:17}, also where they come in pieces. */
    private final class Reader {
        private static final String MARK = "id:";

        private final int stream;
        private int matched;
        private long number;

        Reader(int stream) {
            this.stream = stream;
        }

        void take(ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                var next = bytes.get();
                if (matched < MARK.length()) {
                    matched = next == MARK.charAt(matched) ? matched + 1 : next == MARK.charAt(0) ? 1 : 0;
                } else if (next >= '0' && next <= '9') {
                    number = number * 10 + next - '0';
                } else {
                    if (next == '\n' && number > 0) {
                        heard.event(stream, number);
                    }
                    matched = 0;
                    number = 0;
                }
            }
        }
    }
}
