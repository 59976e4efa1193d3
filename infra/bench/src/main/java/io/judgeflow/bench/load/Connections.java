package io.judgeflow.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 connections to one server, as many as are needed at once, all on one thread: they take little of the
 * processors that the system is measured on. Everything but {@link #loop} is to be called on that thread.
 */
final class Connections implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = loops.next();
    private final Deque<Channel> idle = new ArrayDeque<>();
    private final Queue<Unsent> unsent = new ArrayDeque<>();
    private final Bootstrap bootstrap = new Bootstrap();
    private final String host;
    private final int most;
    private int open;

    private record Unsent(FullHttpRequest request, Exchange exchange) {}

    /** @param most connections at once; what comes while all are busy is sent as soon as one is not */
    Connections(URI server, int most) {
        this.most = most;
        host = server.getHost() + ":" + server.getPort();
        bootstrap
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(server.getHost(), server.getPort())
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new Conversation());
                    }
                });
    }

    EventLoop loop() {
        return loop;
    }

    /** Sends it over a connection that nobody uses, a new one, or later. */
    void send(FullHttpRequest request, Exchange exchange) {
        request.headers().set(HttpHeaderNames.HOST, host);
        var channel = idle.pollLast();
        if (channel != null) {
            send(channel, request, exchange);
        } else if (open < most) {
            connect(request, exchange);
        } else {
            unsent.add(new Unsent(request, exchange));
        }
    }

    private void connect(FullHttpRequest request, Exchange exchange) {
        open++;
        var unused = bootstrap.connect().addListener((ChannelFuture connected) -> {
            if (connected.isSuccess()) {
                send(connected.channel(), request, exchange);
            } else {
                open--;
                request.release();
                exchange.failed(String.valueOf(connected.cause()));
            }
        });
    }

    /** Takes a connection back. */
    private void free(Channel channel) {
        var next = unsent.poll();
        if (next == null) {
            idle.addLast(channel);
        } else {
            send(channel, next.request, next.exchange);
        }
    }

    private static void send(Channel channel, FullHttpRequest request, Exchange exchange) {
        channel.pipeline().get(Conversation.class).exchange = exchange;
        // Its failure closes the connection, and that is heard.
        var unused = channel.writeAndFlush(request);
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** What is under way on one connection. */
    private final class Conversation extends SimpleChannelInboundHandler<HttpObject> {

        private @Nullable Exchange exchange;

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            var hearer = exchange;
            if (hearer == null) {
                return;
            }
            if (part instanceof HttpResponse response) {
                hearer.begun(response.status().code());
            }
            if (part instanceof HttpContent content) {
                hearer.body(content.content());
            }
            if (part instanceof LastHttpContent) {
                exchange = null;
                free(context.channel());
                hearer.ended();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            open--;
            idle.remove(context.channel());
            fail("the connection was closed");
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(cause.toString());
            var unused = context.close();
        }

        private void fail(String reason) {
            var hearer = exchange;
            exchange = null;
            if (hearer != null) {
                hearer.failed(reason);
            }
        }
    }
}
